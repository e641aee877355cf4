import { queries } from '../../platform/db/index.ts';
import sqlText from './log.sql';

export const logSql = queries(sqlText);
