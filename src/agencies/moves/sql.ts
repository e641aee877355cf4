import { queries } from '../../platform/db/index.ts';
import sqlText from './moves.sql';

export const sql = queries(sqlText);
