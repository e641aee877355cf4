import { queries } from '../platform/db/index.ts';
import sqlText from './agencies.sql';

export const sql = queries(sqlText);
