import { queries } from '../../../platform/db/index.ts';
import sqlText from './recusal.sql';

export const sql = queries(sqlText);
