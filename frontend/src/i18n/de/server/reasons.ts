/** Why packets do not arrive, as the server explains it from tables and wires. */
export const reasons = {
  '{cable} is cut': '{cable} ist getrennt',
  '{cable} loses every packet from {one}': '{cable} verliert jedes Paket von {one}',
  '{came} is in VLAN {own} and {port} in VLAN {vid}': '{came} ist in VLAN {own} und {port} in VLAN {vid}',
  '{end} does not have the preshared key that it is spoken to with':
    '{end} hat nicht den vorab geteilten Schlüssel, mit dem es angesprochen wird',
  '{end} is down': '{end} ist aus',
  '{end} takes no packets from {source}: no peer of it is allowed that':
    '{end} nimmt keine Pakete von {source} an: keiner seiner Gegenstellen ist das erlaubt',
  '{fault} (on the way to {target} by {names})': '{fault} (auf dem Weg nach {target} über {names})',
  '{fault} ({words})': '{fault} ({words})',
  '{here} sends packets for {next_hop} to {known}, by a neighbour that is drawn, and nobody on the wire of {place} is that':
    '{here} sendet Pakete für {next_hop} an {known}, nach einem gezeichneten Nachbarn, und niemand auf der Leitung von {place} ist das',
  '{holder}, which has the address {next_hop}, is down': '{holder} mit der Adresse {next_hop} ist aus',
  '{name} denies it: rule {number} ({rule})': '{name} verbietet es: Regel {number} ({rule})',
  '{name} denies it: the policy of its {chain} chain': '{name} verbietet es: die Policy seiner Kette {chain}',
  '{name} does not forward IPv{version}': '{name} leitet IPv{version} nicht weiter',
  '{name} does not forward what comes in by {came_in}: {setting} is 0':
    '{name} leitet nicht weiter, was über {came_in} hereinkommt: {setting} ist 0',
  '{name} drops what comes from {source} by {came_in}: {setting} is {value}':
    '{name} verwirft, was von {source} über {came_in} kommt: {setting} ist {value}',
  '{name} has a route that ends packets to {target}: {route}':
    '{name} hat eine Route, an der Pakete nach {target} enden: {route}',
  '{name} has no IPv{version} address': '{name} hat keine IPv{version}-Adresse',
  '{name} has no route to {target}': '{name} hat keine Route nach {target}',
  '{name} ignores echo requests: {setting} is 1': '{name} beachtet keine Echo-Anfragen: {setting} ist 1',
  '{name} rejects it: rule {number} ({rule})': '{name} weist es ab: Regel {number} ({rule})',
  '{name}:{interface} is down': '{name}:{interface} ist aus',
  '{peer}, the other end of {place}, is down': '{peer}, das andere Ende von {place}, ist aus',
  '{place} does not know where a peer of it is, nor does that peer know where {place} is':
    '{place} weiß nicht, wo eine seiner Gegenstellen ist, und die weiß nicht, wo {place} ist',
  '{place} is empty': '{place} ist leer',
  '{place} sends its packets through itself': '{place} sendet seine Pakete durch sich selbst',
  '{port} is a trunk without a native VLAN and takes no frame without a tag':
    '{port} ist ein Trunk ohne natives VLAN und nimmt keinen Frame ohne Tag an',
  '{port} is in VLAN {own} and passes no frame of VLAN {vid}':
    '{port} ist in VLAN {own} und gibt keinen Frame von VLAN {vid} weiter',
  '{port} is in no VLAN': '{port} ist in keinem VLAN',
  '{target} has no address: give it one, or link it': '{target} hat keine Adresse: eine geben oder verbinden',
  '{target} is in the VRF of {name}:{inside}, not in its main table':
    '{target} ist im VRF von {name}:{inside}, nicht in der Haupttabelle',
  '{words}, and {back}': '{words}, und {back}',
  'a firewall or a route forbids it': 'eine Firewall oder eine Route verbietet es',
  'a router on the way cannot reach the target': 'ein Router auf dem Weg erreicht das Ziel nicht',
  'an answer came back': 'eine Antwort kam zurück',
  'corrupt some packets': 'verfälschen einige Pakete',
  'frames come to {parent} {came}, and {place} takes those of VLAN {vid}':
    'Frames kommen {came} zu {parent}, und {place} nimmt die von VLAN {vid}',
  'frames come to {place} with a tag of VLAN {vid}, which {place} does not look at':
    'Frames kommen mit dem Tag von VLAN {vid} zu {place}, das {place} nicht beachtet',
  'it goes round in circles until its hops are used up': 'es geht im Kreis, bis seine Hops aufgebraucht sind',
  'it may pass {count} nodes at most, by the settings of {name}': {
    one: 'es darf nach den Einstellungen von {name} höchstens {count} Knoten durchlaufen',
    other: 'es darf nach den Einstellungen von {name} höchstens {count} Knoten durchlaufen',
  },
  'its way back is another one': 'der Rückweg ist ein anderer',
  'lo is down in {name}, and a node reaches its own addresses through lo':
    'lo ist in {name} aus, und ein Knoten erreicht seine eigenen Adressen über lo',
  'lose some packets': 'verlieren einige Pakete',
  'no WireGuard device that is up listens at {endpoint}':
    'kein WireGuard-Gerät, das an ist, lauscht bei {endpoint}',
  'no member of {place} works: {names}': 'kein Mitglied von {place} geht: {names}',
  'no peer of {place} is allowed {target}': 'keiner Gegenstelle von {place} ist {target} erlaubt',
  'nobody at {remote} has a tunnel that fits {place}':
    'niemand bei {remote} hat einen Tunnel, der zu {place} passt',
  'nobody listens on {probe} of {name}': 'niemand lauscht auf {probe} von {name}',
  'nobody on the wire of {place} has the address {next_hop}':
    'niemand auf der Leitung von {place} hat die Adresse {next_hop}',
  'not asked yet': 'noch nicht gefragt',
  'nothing came back, though it was asked twice': 'nichts kam zurück, obwohl zweimal gefragt wurde',
  'of {count} equal paths the one by {next_hop} fails: {fault}':
    'von {count} gleichen Wegen scheitert der über {next_hop}: {fault}',
  'take {delay_ms} ms there and back': 'brauchen hin und zurück {delay_ms} ms',
  'the cable {ends}': 'das Kabel {ends}',
  'the cables on the way {parts}': 'die Kabel auf dem Weg {parts}',
  'the packet arrives, but the answer does not return: {fault}':
    'das Paket kommt an, aber die Antwort kehrt nicht zurück: {fault}',
  'the raw ruleset of {names} may stop it': 'der rohe Regelsatz von {names} hält es vielleicht auf',
  "the source has no address of the target's family":
    'die Quelle hat keine Adresse von der Familie des Ziels',
  'the source or a router on the way has no route to the target':
    'die Quelle oder ein Router auf dem Weg hat keine Route zum Ziel',
  "the source's interface towards the target is down": 'die Schnittstelle der Quelle zum Ziel ist aus',
  'the target answered that nothing listens there': 'das Ziel antwortete, dass dort nichts lauscht',
  'the trunk {port} does not carry VLAN {vid}': 'der Trunk {port} führt VLAN {vid} nicht',
  'the tunnel {place} does not get to {remote}: {fault}':
    'der Tunnel {place} kommt nicht bis {remote}: {fault}',
  'there is no way back': 'es gibt keinen Rückweg',
  'with a tag of VLAN {vid}': 'mit dem Tag von VLAN {vid}',
  'without a tag': 'ohne Tag',
};
