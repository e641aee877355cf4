import { queries } from '../../platform/db/index.ts';
import sqlText from './stream.sql';

export const sql = queries(sqlText);
