const MiB = 1024 * 1024;

/** Bounds of every reader in this folder. Sizes in bytes unless named otherwise. */
export type FileLimits = {
  fileBytes: number;
  /** Sum over all entries of an archive: first as declared, then again as really inflated. */
  inflatedBytes: number;
  /** Inflated to compressed size of one entry; checked once an entry passes `ratioFloorBytes`. */
  ratio: number;
  ratioFloorBytes: number;
  entries: number;
  rows: number;
  columns: number;
  /** UTF-16 code units in one cell; Excel's own limit is 32,767. */
  cellChars: number;
};

export const FILE_LIMITS: FileLimits = {
  fileBytes: 50 * MiB,
  inflatedBytes: 400 * MiB,
  ratio: 200,
  ratioFloorBytes: MiB,
  entries: 2_000,
  rows: 300_000,
  columns: 200,
  cellChars: 32_767,
};
