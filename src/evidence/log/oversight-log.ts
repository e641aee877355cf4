/**
 * Stands where a campaign's id stands: an institution's log of what is done with reports and cases. What its entries
 * commit to is kept by the slice oversight, which also says how it is compared. No campaign is named like this: their ids
 * are made by `newId`.
 */
export const OVERSIGHT_LOG = 'pengawasan';
