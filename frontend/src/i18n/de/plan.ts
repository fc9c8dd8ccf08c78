export const plan = {
  '{count} operations': { one: '{count} Schritt', other: '{count} Schritte' },
};
