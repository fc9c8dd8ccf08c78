export const find = {
  ', the first {n} listed': ', die ersten {n} aufgeführt',
  '{count} places': { one: '{count} Stelle', other: '{count} Stellen' },
  '{filter}: {count} of {all} nodes': '{filter}: {count} von {all} Knoten',
};
