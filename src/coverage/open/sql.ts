import { queries } from '../../platform/db/index.ts';
import sqlText from './open.sql';

export const sql = queries(sqlText);
