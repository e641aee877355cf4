import { queries } from '../../platform/db/index.ts';
import sqlText from './clocks.sql';

export const sql = queries(sqlText);
