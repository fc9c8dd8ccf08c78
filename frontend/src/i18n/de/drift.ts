export const drift = {
  '{count} differences': { one: '{count} Unterschied', other: '{count} Unterschiede' },
};
