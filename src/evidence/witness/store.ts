import { queries } from '../../platform/db/index.ts';
import sqlText from './witness.sql';

export const witnessSql = queries(sqlText);
