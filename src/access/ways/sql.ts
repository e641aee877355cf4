import { z } from 'zod';
import { queries } from '../../platform/db/index.ts';
import sqlText from './ways.sql';

export const sql = queries(sqlText);
export const Example = z.object({ isExample: z.boolean() });
