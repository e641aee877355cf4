import { queries } from '../../../platform/db/index.ts';
import sqlText from './contents.sql';

export const sql = queries(sqlText);
