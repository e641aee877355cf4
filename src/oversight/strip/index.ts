export { strip } from './strip.ts';
export {
  LEFT,
  type Left,
  REMOVED,
  type Removed,
  StripError,
  type Stripped,
} from './stripped.ts';
