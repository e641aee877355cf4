import * as z from 'zod';

export const caseLogFields = {
  /** From which hour of the day, Western Indonesian time, the batch of the log of oversight is written. */
  IKRAR_CASE_LOG_HOUR: z
    .string()
    .regex(/^([01]?\d|2[0-3])$/, 'must be an hour from 0 to 23')
    .transform(Number)
    .optional(),
};
