/** Ids of cases, keys and files, made where something is sealed: 80 random bits in Crockford base32. */
export const ID = /^[0-9a-hjkmnp-tv-z]{16}$/;
