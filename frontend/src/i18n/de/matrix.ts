export const matrix = {
  '{count} rows': { one: '{count} Zeile', other: '{count} Zeilen' },
};
