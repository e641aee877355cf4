import { queries } from '../../platform/db/index.ts';
import sqlText from './imports.sql';

export const sql = queries(sqlText);
