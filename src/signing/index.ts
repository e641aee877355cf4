export { createSigner, type Outcome, type Request, type Signer } from './batch.ts';
export { type Signatory, signatoryOf } from './may-sign.ts';
export { signPages } from './pages/sign.page.tsx';
export { slipPages } from './pages/slips.page.tsx';
export { tabletPages } from './pages/tablet.page.tsx';
export { type Act, pactRecord } from './record.ts';
export { type Submission, sign } from './sign.ts';
export { replaceSlip, type Slip, type SlipHolder, slipsOf } from './slip.ts';
