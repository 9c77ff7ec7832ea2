// Written by `node scripts/search-names.mjs`: what the loader's variables are called, one letter each.
export const loaderNames = 'BCUr_$oTSuNsMtvdibleaxphwIVLyzFEWZGcQPjAkORYHgKqDmJfnX'
