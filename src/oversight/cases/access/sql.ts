import { queries } from '../../../platform/db/index.ts';
import sqlText from './access.sql';

export const sql = queries(sqlText);
