import { SealFault } from '../fault.ts';
import { CKF_OS_LOCKING_OK, CKR, type FunctionName, functions, nameOf } from './codes.ts';

/** A PKCS#11 call that did not end with CKR_OK. */
export class CryptokiFault extends SealFault {
  readonly code: number;
  constructor(name: FunctionName, code: number) {
    super(`the key device answered ${nameOf(code)} to ${name}`);
    this.code = code;
  }
}

/** One attribute as a template holds it; CK_ULONG values are 8 bytes, least first. */
export interface Attribute {
  type: number;
  value: Buffer | null;
  length: number;
}

/** Calls a function of the module on another thread. Memory that the module writes to is a Buffer of the caller. */
export type Call = (name: FunctionName, ...args: unknown[]) => Promise<void>;

export interface Library {
  /** Calls that belong to the present beginning: handles do not outlive a restart, and neither do these calls. */
  begin(): Call;
  /** Forgets everything the module holds of tokens and begins anew, when no call is under way. */
  restart(): Promise<void>;
}

type Koffi = typeof import('koffi').default;

const libraries = new Map<string, Promise<Library>>();

/** A module, loaded and initialised once for the process. 64-bit Unix only: CK_ULONG has 8 bytes. @throws SealFault */
export function openLibrary(path: string): Promise<Library> {
  const known = libraries.get(path);
  if (known) return known;
  const opened = load(path);
  libraries.set(path, opened);
  opened.catch(() => libraries.delete(path));
  return opened;
}

async function load(path: string): Promise<Library> {
  if (process.platform === 'win32' || !/64/.test(process.arch))
    throw new SealFault('keys in PKCS#11 devices are used on 64-bit Linux and macOS only');
  const koffi = await bindings();
  const table = functionTable(koffi, path);
  const { prototypes, initial } = prototypesOf(koffi);
  const callables = new Map<FunctionName, ReturnType<Koffi['decode']>>();
  for (const name of Object.keys(functions) as FunctionName[])
    callables.set(name, koffi.decode(table[functions[name]], prototypes[name]));

  // Memory that another thread reads and writes stays ours until the call returns, whoever else forgot it.
  const lent = new Set<unknown[]>();
  const run = (name: FunctionName, args: unknown[]) =>
    new Promise<number>((resolve, reject) => {
      lent.add(args);
      const done = (error: Error | null, code: bigint | number) => {
        lent.delete(args);
        if (error) reject(error);
        else resolve(Number(code));
      };
      callables.get(name).async(...args, done);
    });
  const start = async () => {
    const code = await run('C_Initialize', [initial]);
    if (code !== CKR.OK && code !== CKR.CRYPTOKI_ALREADY_INITIALIZED)
      throw new CryptokiFault('C_Initialize', code);
  };
  await start();
  return governed(run, start);
}

/** Lets no call run beside a restart. A handle from before it may by now be another's, so it is never used again. */
function governed(
  run: (name: FunctionName, args: unknown[]) => Promise<number>,
  start: () => Promise<void>,
): Library {
  let beginning = 0;
  let active = 0;
  let idle = () => {};
  let restarting: Promise<void> | null = null;
  const restart = async () => {
    if (active > 0) await new Promise<void>((resolve) => (idle = resolve));
    await run('C_Finalize', [null]);
    await start();
  };
  return {
    begin() {
      const mine = beginning;
      return async (name, ...args) => {
        while (restarting) await restarting.catch(() => {});
        if (mine !== beginning) throw new CryptokiFault(name, CKR.SESSION_CLOSED);
        active += 1;
        const code = await run(name, args).finally(() => {
          active -= 1;
          if (active === 0) idle();
        });
        if (code !== CKR.OK) throw new CryptokiFault(name, code);
      };
    },
    restart() {
      restarting ??= restart().finally(() => {
        restarting = null;
        beginning += 1;
      });
      return restarting;
    },
  };
}

async function bindings(): Promise<Koffi> {
  try {
    return (await import('koffi')).default;
  } catch {
    throw new SealFault(
      'keys in PKCS#11 devices need the optional package koffi, which is not installed here',
    );
  }
}

/** A module that nothing refers to is unloaded when memory is swept, under the feet of its functions. */
const loaded = new Set<ReturnType<Koffi['load']>>();

function functionTable(koffi: Koffi, path: string): unknown[] {
  try {
    const module = koffi.load(path);
    loaded.add(module);
    const getList = module.func('unsigned long C_GetFunctionList(_Out_ void **list)');
    const list: [unknown] = [null];
    const code = Number(getList(list));
    if (code !== CKR.OK) throw new Error(nameOf(code));
    // Behind CK_VERSION, at the alignment of a pointer.
    return koffi.decode(list[0], 8, koffi.array('void *', 68));
  } catch (error) {
    throw new SealFault(`cannot load the PKCS#11 module ${path}: ${(error as Error).message}`);
  }
}

function prototypesOf(koffi: Koffi) {
  const attribute = koffi.struct({ type: 'ulong', value: 'void *', length: 'ulong' });
  const mechanism = koffi.struct({ mechanism: 'ulong', parameter: 'void *', length: 'ulong' });
  const locks = { create: 'void *', destroy: 'void *', lock: 'void *', unlock: 'void *' };
  const start = koffi.struct({ ...locks, flags: 'ulong', reserved: 'void *' });
  const template = koffi.inout(koffi.pointer(attribute));
  const takes = (...args: Parameters<Koffi['proto']>[1][]) => koffi.proto('ulong', args as never);
  const prototypes = {
    C_Initialize: takes(koffi.pointer(start) as never),
    C_Finalize: takes('void *' as never),
    C_GetSlotList: takes(...(['uchar', 'void *', 'void *'] as never[])),
    C_GetTokenInfo: takes(...(['ulong', 'void *'] as never[])),
    C_OpenSession: takes(...(['ulong', 'ulong', 'void *', 'void *', 'void *'] as never[])),
    C_CloseSession: takes('ulong' as never),
    C_Login: takes(...(['ulong', 'ulong', 'void *', 'ulong'] as never[])),
    C_GetAttributeValue: takes(...(['ulong', 'ulong', template, 'ulong'] as never[])),
    C_FindObjectsInit: takes(...(['ulong', koffi.pointer(attribute), 'ulong'] as never[])),
    C_FindObjects: takes(...(['ulong', 'void *', 'ulong', 'void *'] as never[])),
    C_FindObjectsFinal: takes('ulong' as never),
    C_SignInit: takes(...(['ulong', koffi.pointer(mechanism), 'ulong'] as never[])),
    C_Sign: takes(...(['ulong', 'void *', 'ulong', 'void *', 'void *'] as never[])),
  } satisfies Record<FunctionName, unknown>;
  const none = { create: null, destroy: null, lock: null, unlock: null, reserved: null };
  return { prototypes, initial: { ...none, flags: CKF_OS_LOCKING_OK } };
}
