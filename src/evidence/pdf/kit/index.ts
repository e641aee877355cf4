/** What makes a PDF and needs nothing of Node but `Buffer` and `createHash`: for islands, which have stand-ins for both. */
export { letterhead } from '../pact/letterhead.ts';
export {
  type Block,
  fields,
  hanging,
  type ParagraphStyle,
  paragraph,
  together,
} from './block.ts';
export { prepareDocument } from './document.ts';
export { capitals, measure } from './face.ts';
export { footedPages, gapped, PLAIN_PAPER, plainFoot } from './footed.ts';
export { type Frame, frameDocument } from './frame.ts';
export { rule, textAt, textCentred } from './ink.ts';
export { textWidthOf } from './paper.ts';
export { compileSeries } from './series.ts';
