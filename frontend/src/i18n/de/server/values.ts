/** What the server says of values that no drawing can have. */
export const values = {
  '{action} has its own place: remove chain': '{action} hat seinen eigenen Platz: chain entfernen',
  '{action} is asked once for each connection, when it is new: remove state':
    '{action} wird für jede Verbindung einmal gefragt, wenn sie neu ist: state entfernen',
  '{address} is of another address family than from or to':
    '{address} ist von einer anderen Adressfamilie als from oder to',
  '{count} ports are no list: name 1 to {most}': '{count} Ports sind keine Liste: 1 bis {most} nennen',
  '{field_type} should have at most {max_length} items after validation, not {actual_length}':
    'höchstens {max_length} Einträge sind erlaubt ({field_type}), nicht {actual_length}',
  '{gateway} is of another address family than {other}':
    '{gateway} ist von einer anderen Adressfamilie als {other}',
  '{key} is there twice: keep one of them': '{key} ist zweimal da: nur eines behalten',
  '{local} is a multicast group: write an address of the node':
    '{local} ist eine Multicast-Gruppe: eine Adresse des Knotens angeben',
  '{local} is of another address family than {remote}':
    '{local} ist von einer anderen Adressfamilie als {remote}',
  '{mac} is no address of one interface: take an even first pair, such as 02':
    '{mac} ist keine Adresse einer einzelnen Schnittstelle: mit einem geraden Paar beginnen, etwa 02',
  '{name} cannot be {value}: {fault}': '{name} kann nicht {value} sein: {fault}',
  '{network} is allowed to two peers and the kernel gives it to the last: allow it to one of them':
    '{network} ist zwei Gegenstellen erlaubt, und der Kernel gibt es der letzten: nur einer erlauben',
  '{remote} is a multicast group: say by which parent it is reached':
    '{remote} ist eine Multicast-Gruppe: angeben, über welche Schnittstelle (parent) sie erreicht wird',
  '{size} bytes are more than the {most} allowed: split the lab':
    '{size} Byte sind mehr als die erlaubten {most}: das Labor aufteilen',
  '{size} nodes are too many: choose numbers for {most} at most':
    '{size} Knoten sind zu viele: Zahlen für höchstens {most} wählen',
  '{source} and {target} are of two families': '{source} und {target} sind von zwei Adressfamilien',
  '{source} is of another address family than {target}':
    '{source} ist von einer anderen Adressfamilie als {target}',
  '{value} cannot be read: use one line of visible characters':
    '{value} ist nicht lesbar: eine Zeile sichtbarer Zeichen verwenden',
  '{value} cannot name a node: use 1 to 15 lower-case letters, digits or dashes, the first a letter':
    '{value} kann kein Knoten heißen: 1 bis 15 Kleinbuchstaben, Ziffern oder Bindestriche verwenden, zuerst ein Buchstabe',
  '{value} cannot name an interface: use 1 to 15 letters, digits, dots, dashes or underscores, the first a letter':
    '{value} kann keine Schnittstelle heißen: 1 bis 15 Buchstaben, Ziffern, Punkte, Binde- oder Unterstriche verwenden, zuerst ein Buchstabe',
  '{value} has no prefix length: write it as 192.168.5.1/24 or fd00::1/64':
    '{value} hat keine Präfixlänge: als 192.168.5.1/24 oder fd00::1/64 schreiben',
  '{value} is every address: leave it out': '{value} ist jede Adresse: weglassen',
  '{value} is no MAC address: write six pairs such as 02:00:00:00:00:01':
    '{value} ist keine MAC-Adresse: sechs Paare wie 02:00:00:00:00:01 schreiben',
  '{value} is no IPv4 address: write it as 10.0.1.100':
    '{value} ist keine IPv4-Adresse: als 10.0.1.100 schreiben',
  '{value} is no VLAN: write a number or a range such as 30-39':
    '{value} ist kein VLAN: eine Zahl oder einen Bereich wie 30-39 schreiben',
  '{value} is no address with prefix: write it as 192.168.5.1/24 or fd00::1/64':
    '{value} ist keine Adresse mit Präfix: als 192.168.5.1/24 oder fd00::1/64 schreiben',
  '{value} is no address: write it as 192.168.5.1 or fd00::1':
    '{value} ist keine Adresse: als 192.168.5.1 oder fd00::1 schreiben',
  '{value} is no command: use visible characters': '{value} ist kein Befehl: sichtbare Zeichen verwenden',
  '{value} is no comment: use one line of visible characters':
    '{value} ist kein Kommentar: eine Zeile sichtbarer Zeichen verwenden',
  '{value} is no end of such a tunnel: write an IPv4 address of one node':
    '{value} ist kein Ende eines solchen Tunnels: die IPv4-Adresse eines Knotens schreiben',
  '{value} is no endpoint: write it as 10.0.0.2:{port} or [fd00::2]:{port}':
    '{value} ist kein Endpunkt: als 10.0.0.2:{port} oder [fd00::2]:{port} schreiben',
  '{value} is no endpoint: write the address of one node':
    '{value} ist kein Endpunkt: die Adresse eines Knotens schreiben',
  '{value} is no host name: use up to 63 letters, digits and inner dashes':
    '{value} ist kein Hostname: bis zu 63 Buchstaben, Ziffern und innere Bindestriche verwenden',
  '{value} is no network: {error}; write it as 192.168.5.0/24 or fd00::/64':
    '{value} ist kein Netz ({error}): als 192.168.5.0/24 oder fd00::/64 schreiben',
  '{value} is no port: write 80, 8000-8010 or [80, 443]':
    '{value} ist kein Port: 80, 8000-8010 oder [80, 443] schreiben',
  '{value} is no probe: write ping, tcp/PORT or udp/PORT with a port up to 65535':
    '{value} ist keine Probe: ping, tcp/PORT oder udp/PORT schreiben, mit einem Port bis 65535',
  '{value} is no range of ports: write the lower one first, 1 to {most}':
    '{value} ist kein Bereich von Ports: den kleineren zuerst schreiben, 1 bis {most}',
  '{value} is no setting that a drawing may have: take one of the list in the reference, such as net.ipv4.conf.all.rp_filter or net.ipv6.conf.eth0.accept_ra':
    '{value} ist keine Einstellung, die eine Zeichnung haben darf: eine aus der Liste im Handbuch nehmen, etwa net.ipv4.conf.all.rp_filter oder net.ipv6.conf.eth0.accept_ra',
  '{value} is no value of a setting: write a number, or up to three':
    '{value} ist kein Wert einer Einstellung: eine Zahl schreiben, oder bis zu drei',
  '{value} is no way to route: write {automatic}, or leave it out':
    '{value} ist keine Art zu routen: {automatic} schreiben oder weglassen',
  '{value} is out of range: VLANs are {least} to {most}, the lower one first':
    '{value} liegt außerhalb: VLANs gehen von {least} bis {most}, das kleinere zuerst',
  '{value} is too far out: keep positions within a million':
    '{value} ist zu weit draußen: Positionen innerhalb einer Million halten',
  '{value} names no interface: write the end as {node}:eth0':
    '{value} nennt keine Schnittstelle: das Ende als {node}:eth0 schreiben',
  '{whole} ms are more than {most} in all: fewer times, or shorter ones':
    '{whole} ms sind mehr als insgesamt erlaubt ({most}): weniger oft, oder kürzer',
  '{where} does not say its kind: add one': '{where} nennt seine Art nicht: eine angeben',
  "{where} flushes the ruleset, of which the node's own rules are a part: leave it out, what the text does not say is removed anyway":
    '{where} leert den Regelsatz, zu dem die eigenen Regeln des Knotens gehören: weglassen, was der Text nicht sagt, wird ohnehin entfernt',
  '{where} has an invisible character {character}: remove it':
    '{where} hat ein unsichtbares Zeichen {character}: entfernen',
  '{where} includes a file, which is not allowed: put its text here':
    '{where} bindet eine Datei ein, was nicht erlaubt ist: ihren Text hier einsetzen',
  '{where} is {value}: write {expected}': '{where} ist {value}: {expected} schreiben',
  '{where} is {value}: {hint}': '{where} ist {value}: {hint}',
  '{where} is missing: add it': '{where} fehlt: hinzufügen',
  '{where} is not a key that we know: correct its name or remove it':
    '{where} ist kein bekannter Schlüssel: den Namen berichtigen oder ihn entfernen',
  '{where} is of a kind that we do not know: write {tags}':
    '{where} ist von unbekannter Art: {tags} schreiben',
  '{where}: {fault}': '{where}: {fault}',
  'a comment cannot hold {wrong}: leave it out': 'ein Kommentar kann {wrong} nicht enthalten: weglassen',
  'a drawing is a mapping with nodes and links: start with `nodes:`':
    'eine Zeichnung besteht aus nodes und links: mit `nodes:` beginnen',
  'a group is where its nodes are: leave out at and size':
    'eine Gruppe ist dort, wo ihre Knoten sind: at und size weglassen',
  'a hop of IPv6 needs a gateway: Linux takes none without (net/ipv6/route.c)':
    'ein IPv6-Hop braucht ein Gateway: Linux nimmt keinen ohne (net/ipv6/route.c)',
  'a key is no plain name: write a name before the colon':
    'ein Schlüssel ist kein einfacher Name: vor den Doppelpunkt einen Namen schreiben',
  'a note without text shows nothing: add text': 'eine Notiz ohne Text zeigt nichts: Text hinzufügen',
  'a packet on its way in has no interface it leaves by: use in':
    'ein Paket auf dem Weg hinein hat keine Schnittstelle, über die es geht: in verwenden',
  'a packet on its way out has no interface it came in by: use out':
    'ein Paket auf dem Weg hinaus hat keine Schnittstelle, über die es kam: out verwenden',
  'a port is an access port or a trunk: remove vlan or trunk':
    'ein Port ist ein Access-Port oder ein Trunk: vlan oder trunk entfernen',
  "a ruleset is nft's own text: write it as a block, `ruleset: |`":
    'ein Regelsatz ist Text für nft: als Block schreiben, `ruleset: |`',
  'a trunk carries VLANs: write a list of them, such as [10, 20, 30-39]':
    'ein Trunk führt VLANs: eine Liste davon schreiben, etwa [10, 20, 30-39]',
  'a {kind} has no members: leave them out or make it a group':
    '{kind} hat keine members: sie weglassen oder eine Gruppe daraus machen',
  'a {kind} needs its place: add at: [x, y] and size: [width, height]':
    '{kind} braucht einen Platz: at: [x, y] und size: [Breite, Höhe] hinzufügen',
  'a {type} route leads nowhere: leave out where to':
    'eine Route vom Typ {type} führt nirgendwohin: das Wohin weglassen',
  'dnat leads nowhere: give it to_address': 'dnat führt nirgendwohin: to_address angeben',
  'expected a text, not {value}: put it in quotes':
    'hier wird ein Text erwartet, nicht {value}: in Anführungszeichen setzen',
  'extra inputs are not permitted': 'weitere Angaben sind nicht erlaubt',
  'field required': 'diese Angabe fehlt',
  'input should be a finite number': 'eine endliche Zahl angeben',
  'input should be a valid boolean': 'true oder false angeben',
  'input should be a valid boolean, unable to interpret input': 'true oder false angeben',
  'input should be a valid dictionary': 'Schlüssel und Werte angeben',
  'input should be a valid dictionary or instance of {class_name}':
    'Schlüssel und Werte angeben ({class_name})',
  'input should be a valid integer': 'eine ganze Zahl angeben',
  'input should be a valid integer, got a number with a fractional part':
    'eine ganze Zahl angeben, ohne Nachkommastellen',
  'input should be a valid integer, unable to parse string as an integer': 'eine ganze Zahl angeben',
  'input should be a valid list': 'eine Liste angeben',
  'input should be a valid number': 'eine Zahl angeben',
  'input should be a valid number, unable to parse string as a number': 'eine Zahl angeben',
  'input should be a valid string': 'einen Text angeben',
  'input should be a valid tuple': 'eine Liste angeben',
  'input should be greater than or equal to {ge}': 'mindestens {ge} angeben',
  'input should be less than or equal to {le}': 'höchstens {le} angeben',
  'it goes from {low} to {high}': 'es geht von {low} bis {high}',
  'line {number}': 'Zeile {number}',
  'more than {most} levels deep: a drawing needs fewer':
    'mehr als {most} Ebenen tief: eine Zeichnung braucht weniger',
  'nested too deep: flatten it': 'zu tief verschachtelt: flacher schreiben',
  'only a trunk has a native VLAN: write vlan instead, or add a trunk':
    'nur ein Trunk hat ein natives VLAN: stattdessen vlan schreiben oder einen Trunk hinzufügen',
  'only dnat has to_address and to_port': 'nur dnat hat to_address und to_port',
  'only tcp and udp have ports: set protocol to one of them, or remove port':
    'nur tcp und udp haben Ports: protocol auf eines davon setzen oder port entfernen',
  'only tcp and udp have ports: set protocol to one of them, or remove to_port':
    'nur tcp und udp haben Ports: protocol auf eines davon setzen oder to_port entfernen',
  'string should have at most {max_length} characters': 'höchstens {max_length} Zeichen angeben',
  "table {value} is the kernel's own: take another number, such as 100":
    'Tabelle {value} gehört dem Kernel: eine andere Nummer nehmen, etwa 100',
  'the alias *{anchor} is not taken: write its values out':
    'der Alias *{anchor} wird nicht angenommen: seine Werte ausschreiben',
  'the comment is longer than {most} bytes: shorten it': 'der Kommentar ist länger als {most} Byte: kürzen',
  'the document': 'das Dokument',
  'the hop leads nowhere: give it a gateway or an interface':
    'der Hop führt nirgendwohin: ihm ein Gateway oder eine Schnittstelle geben',
  'the peer {public_key} is there twice: put its networks together':
    'die Gegenstelle {public_key} ist zweimal da: ihre Netze zusammenfassen',
  'the range {first} to {last} is none: write the lower address first, and {most} addresses at most':
    'der Bereich {first} bis {last} ist keiner: die kleinere Adresse zuerst schreiben, und höchstens {most} Adressen',
  'the route has hops beside its own way: make that one of the hops':
    'die Route hat Hops neben ihrem eigenen Weg: diesen zu einem der Hops machen',
  'the route leads nowhere: give it a gateway or an interface':
    'die Route führt nirgendwohin: ihr ein Gateway oder eine Schnittstelle geben',
  'the ruleset is longer than {most} bytes: shorten it by sets':
    'der Regelsatz ist länger als {most} Byte: durch Sets kürzen',
  'the tag {tag} is not taken: remove it': 'das Tag {tag} wird nicht angenommen: entfernen',
  'the text has characters that nobody sees: write it anew without them':
    'der Text hat Zeichen, die niemand sieht: ohne sie neu schreiben',
  'there is more than one document: keep the first': 'es gibt mehr als ein Dokument: das erste behalten',
  'this is no YAML: {problem}': 'das ist kein YAML: {problem}',
  'this is no YAML: {problem}: correct the text here':
    'das ist kein YAML: {problem}: den Text hier berichtigen',
  'this is no key: write 32 bytes in base64, as `wg genkey` and `wg pubkey` do':
    'das ist kein Schlüssel: 32 Byte in Base64 schreiben, wie `wg genkey` und `wg pubkey` es tun',
  'two hops are the same: give one of them the weight of both':
    'zwei Hops sind gleich: einem das Gewicht beider geben',
  'write the smaller number first': 'die kleinere Zahl zuerst schreiben',
  'write {count} numbers': { one: 'eine Zahl schreiben', other: '{count} Zahlen schreiben' },
};
