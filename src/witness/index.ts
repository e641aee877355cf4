export { witnessCommands } from './commands.ts';
export { hashOf } from './heads.ts';
export { formatAddCheckpoint } from './request.ts';
