export const yaml = {
  '{count} lines': { one: '{count} Zeile', other: '{count} Zeilen' },
  'being written anew…': 'wird neu geschrieben …',
  'The lab as YAML': 'Das Labor als YAML',
  'The YAML is on the clipboard': 'Das YAML ist in der Zwischenablage',
};
