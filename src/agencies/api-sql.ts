import { queries } from '../platform/db/index.ts';
import sqlText from './api.sql';

export const sql = queries(sqlText);
