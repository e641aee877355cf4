import { queries } from '../../platform/db/index.ts';
import sqlText from './nation.sql';

export const sql = queries(sqlText);
