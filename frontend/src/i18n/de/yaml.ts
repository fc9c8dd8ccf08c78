export const yaml = {
  '{count} lines': { one: '{count} Zeile', other: '{count} Zeilen' },
};
