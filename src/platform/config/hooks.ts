import * as z from 'zod';

export const hookFields = {
  /** Whether what we call may stand inside our own network, or on this machine by http (IKRAR_HOOKS_PRIVATE=yes). */
  IKRAR_HOOKS_PRIVATE: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
};

export function privateHooks({ IKRAR_HOOKS_PRIVATE }: z.output<z.ZodObject<typeof hookFields>>): boolean {
  return IKRAR_HOOKS_PRIVATE === 'yes';
}
