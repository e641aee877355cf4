/** One province in the tile map: its Kemendagri code, the letters of ISO 3166-2:ID, and its place in the grid. */
export interface Tile {
  readonly code: string;
  readonly letters: string;
  readonly column: number;
  readonly row: number;
}

/** All 38 provinces at about their place, each one tile. Our own layout (docs/decisions/2026-11-22-tile-map.md). */
export const TILES: readonly Tile[] = [
  tile('11', 'AC', 0, 0),
  tile('12', 'SU', 1, 1),
  tile('13', 'SB', 1, 2),
  tile('14', 'RI', 2, 2),
  tile('21', 'KR', 3, 2),
  tile('17', 'BE', 1, 3),
  tile('15', 'JA', 2, 3),
  tile('19', 'BB', 3, 3),
  tile('16', 'SS', 2, 4),
  tile('18', 'LA', 2, 5),
  tile('36', 'BT', 3, 6),
  tile('31', 'JK', 4, 6),
  tile('32', 'JB', 4, 7),
  tile('33', 'JT', 5, 7),
  tile('34', 'YO', 5, 8),
  tile('35', 'JI', 6, 7),
  tile('51', 'BA', 7, 7),
  tile('52', 'NB', 8, 7),
  tile('53', 'NT', 9, 7),
  tile('61', 'KB', 5, 2),
  tile('62', 'KT', 6, 3),
  tile('63', 'KS', 7, 3),
  tile('64', 'KI', 7, 2),
  tile('65', 'KU', 7, 1),
  tile('71', 'SA', 10, 1),
  tile('75', 'GO', 9, 1),
  tile('72', 'ST', 9, 2),
  tile('76', 'SR', 9, 3),
  tile('73', 'SN', 9, 4),
  tile('74', 'SG', 10, 4),
  tile('82', 'MU', 11, 2),
  tile('81', 'MA', 11, 3),
  tile('96', 'PD', 12, 2),
  tile('92', 'PB', 13, 2),
  tile('91', 'PA', 15, 2),
  tile('94', 'PT', 14, 3),
  tile('95', 'PE', 15, 3),
  tile('93', 'PS', 15, 4),
];

function tile(code: string, letters: string, column: number, row: number): Tile {
  return { code, letters, column, row };
}
