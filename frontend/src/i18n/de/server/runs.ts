/** How runs go and end, as the host's worker tells it. */
export const runs = {
  '{cable} was cut {count} times for {down_ms} ms each': {
    one: '{cable} wurde einmal für {down_ms} ms getrennt',
    other: '{cable} wurde {count}-mal für je {down_ms} ms getrennt',
  },
  '{count} operations': { one: '{count} Schritt', other: '{count} Schritte' },
  '{count} steps': { one: '{count} Schritt', other: '{count} Schritte' },
  '{took_s} s': '{took_s} s',
  '{met} of {count} expectations met, {cells}': {
    one: '{met} von {count} Erwartung erfüllt, {cells}',
    other: '{met} von {count} Erwartungen erfüllt, {cells}',
  },
  '{operations} done in {duration}': '{operations} erledigt in {duration}',
  '{operations} to do': '{operations} zu tun',
  '{reached} of {count} cells reached': {
    one: '{reached} von {count} Zelle erreicht',
    other: '{reached} von {count} Zellen erreicht',
  },
  '{rules} of {nodes}': '{rules} von {nodes}',
  "{nodes}: this installation keeps labs out of the host's own namespace, so a gateway namespace of the lab's own takes the host's place":
    '{nodes}: diese Installation hält Labore aus dem Namespace des Hosts heraus, also tritt ein eigener Gateway-Namespace des Labors an seine Stelle',
  'a newer edit took its place': 'eine neuere Änderung trat an seine Stelle',
  'cut {name}': '{name} trennen',
  'mend {name}': '{name} verbinden',
  'nothing to do: it ran as drawn': 'nichts zu tun: es lief wie gezeichnet',
  'nothing to do: it runs as drawn': 'nichts zu tun: es läuft wie gezeichnet',
  'nothing to remove: it did not run': 'nichts abzubauen: es lief nicht',
  'removed in {duration}': 'abgebaut in {duration}',
  // Why one did not end well.
  '{message} ({aftermath})': '{message} ({aftermath})',
  '{node} is not on this host: apply the lab first':
    '{node} ist nicht auf diesem Host: erst das Labor anwenden',
  '{most} labs are on this host: destroy some': '{most} Labore sind auf diesem Host: einige abbauen',
  '{operation}: it keeps ending: {last_words}: correct it or leave it out':
    '{operation}: es endet immer wieder: {last_words}: berichtigen oder weglassen',
  '{operation}: {error}: {advice}': '{operation}: {error}: {advice}',
  '{operation}: {fault}': '{operation}: {fault}',
  '{path} belongs to another user: set VETHWORK_RUN_DIR':
    '{path} gehört jemand anderem: VETHWORK_RUN_DIR setzen',
  '{what} is being worked on by process {pid}: try again when it is done':
    'an {what} arbeitet Prozess {pid}: erneut versuchen, wenn er fertig ist',
  '{what} is being worked on by this very process: try again':
    'an {what} arbeitet eben dieser Prozess: erneut versuchen',
  '{what} is being worked on: try again': 'an {what} wird gearbeitet: erneut versuchen',
  '{what} is held by process {pid}, which is stopped: let it go on (kill -CONT {pid}) or end it (kill -KILL {pid})':
    '{what} wird von Prozess {pid} gehalten, der angehalten ist: ihn weiterlaufen lassen (kill -CONT {pid}) oder beenden (kill -KILL {pid})',
  '{what}: {reason}: apply again': '{what}: {reason}: erneut anwenden',
  'a MAC address of it is a multicast one: choose another':
    'eine seiner MAC-Adressen ist eine Multicast-Adresse: eine andere wählen',
  'a bridge has at most 1023 ports: use a second switch':
    'eine Bridge hat höchstens 1023 Ports: einen zweiten Switch verwenden',
  'a lab of {namespaces} namespaces needs {needed} open files and {most} are allowed: raise the hard limit (ulimit -Hn {needed} as root, LimitNOFILE= in a systemd unit)':
    'ein Labor von {namespaces} Namespaces braucht {needed} offene Dateien, und {most} sind erlaubt: die harte Grenze anheben (ulimit -Hn {needed} als root, LimitNOFILE= in einer systemd-Unit)',
  'a limit of this host is reached: see `vethwork doctor`':
    'eine Grenze dieses Hosts ist erreicht: siehe `vethwork doctor`',
  'a raw ruleset needs libnftables, which is not installed: apt-get install nftables':
    'ein roher Regelsatz braucht libnftables, das nicht installiert ist: apt-get install nftables',
  'an MTU of it is out of range: choose one of 68 to 65535':
    'eine seiner MTUs liegt außerhalb: eine von 68 bis 65535 wählen',
  "an error of ours stopped it: the host worker's log has it":
    'ein interner Fehler hat es angehalten: er steht im Protokoll des Workers',
  'an interface cannot have this address: choose another':
    'eine Schnittstelle kann diese Adresse nicht haben: eine andere wählen',
  'an interface of that name is there: name the interface differently':
    'es gibt schon eine Schnittstelle dieses Namens: sie anders nennen',
  'an interface of that name is there: name the switch differently':
    'es gibt schon eine Schnittstelle dieses Namens: den Switch anders nennen',
  'an interface of that name, or one just like it, is there: change one':
    'es gibt schon eine Schnittstelle dieses Namens oder eine ganz gleiche: eine ändern',
  'apply again; if it stays, see `vethwork doctor`':
    'erneut anwenden; wenn es so bleibt, siehe `vethwork doctor`',
  'cannot make the namespaces of Vethwork: {error}: run it as root, or outside of a container that forbids user namespaces':
    'die Namespaces von Vethwork lassen sich nicht anlegen: {error}: als root ausführen oder außerhalb eines Containers, der User-Namespaces verbietet',
  'given up: {reason}': 'aufgegeben: {reason}',
  'going back failed as well: {failure}; {left}': 'auch der Weg zurück scheiterte: {failure}; {left}',
  'has AppArmor take all rights from user namespaces, as Ubuntu does since 23.10':
    'lässt AppArmor User-Namespaces alle Rechte nehmen, wie Ubuntu seit 23.10',
  'it belongs to something else already, or carries a macvlan: detach it':
    'es gehört schon zu etwas anderem oder trägt ein macvlan: davon lösen',
  'it cannot stand on that interface, or not with this MTU':
    'es kann nicht auf dieser Schnittstelle stehen, oder nicht mit dieser MTU',
  'it said nothing': 'er sagte nichts',
  'it took longer than the {limit_s} s allowed: split the lab':
    'es dauerte länger als die erlaubten {limit_s} s: das Labor aufteilen',
  'it would be a part of itself: attach it to something else':
    'es wäre ein Teil von sich selbst: an etwas anderes anschließen',
  'lab {lab}': 'Labor {lab}',
  'lab {lab_key} has no node {missing}: it has {known}':
    'Labor {lab_key} hat keinen Knoten {missing}: es hat {known}',
  'lab {lab_key} has no node {node}: it has {nodes}':
    'Labor {lab_key} hat keinen Knoten {node}: es hat {nodes}',
  "labs of {path} are kept away from the host's namespace: remove them (vethwork up --down), then start as root with VETHWORK_HOST_NAMESPACE=1":
    'Labore in {path} werden vom Namespace des Hosts ferngehalten: sie abbauen (vethwork up --down), dann als root mit VETHWORK_HOST_NAMESPACE=1 starten',
  'line {number}: {wrong}': 'Zeile {number}: {wrong}',
  'matrix: needs {needed} neighbour entries at once, the kernel has room for {limit}: seed neighbours, choose fewer nodes, or raise net.ipv4.neigh.default.gc_thresh3 (IPv6: net.ipv6) on the host':
    'Matrix: braucht {needed} Nachbareinträge auf einmal, der Kernel hat Platz für {limit}: erst die Nachbartabellen füllen, weniger Knoten wählen oder net.ipv4.neigh.default.gc_thresh3 (IPv6: net.ipv6) auf dem Host anheben',
  'no cable ends at {end} in the lab as it runs: apply it, or name another':
    'im laufenden Labor endet kein Kabel an {end}: anwenden oder ein anderes nennen',
  'no lab {lab_key} on this host: apply it first': 'kein Labor {lab_key} auf diesem Host: erst anwenden',
  'no lab {lab_key} on this host: see `vethwork status`':
    'kein Labor {lab_key} auf diesem Host: siehe `vethwork status`',
  'no worker serves the host: start it, then try again':
    'kein Worker bedient den Host: ihn starten, dann erneut versuchen',
  "only root can use the host's own namespace: start it as root":
    'nur root kann den Namespace des Hosts verwenden: als root starten',
  'request {generation} for lab {lab_key} came after request {newest}':
    'Auftrag {generation} für Labor {lab_key} kam nach Auftrag {newest}',
  'somebody is using these tables: apply again': 'jemand verwendet diese Tabellen: erneut anwenden',
  'switches network namespaces off': 'schaltet Netzwerk-Namespaces ab',
  'switches user namespaces off': 'schaltet User-Namespaces ab',
  'switches user namespaces off for users': 'schaltet User-Namespaces für Benutzer ab',
  'the cable at {end} is cut: mend it in the drawing, and apply':
    'das Kabel an {end} ist getrennt: in der Zeichnung reparieren und anwenden',
  'the destination or the gateway cannot be used in a route':
    'das Ziel oder das Gateway taugt nicht für eine Route',
  'the drawing cannot be run: {message}': 'die Zeichnung lässt sich nicht betreiben: {message}',
  'the drawing has no such link: name another':
    'die Zeichnung hat keine solche Verbindung: eine andere nennen',
  'the gateway is on no network of this node: give the route another gateway':
    'das Gateway ist in keinem Netz dieses Knotens: der Route ein anderes geben',
  'the holder ended just now: try again': 'der Halter endete gerade: erneut versuchen',
  'the interface cannot have such a neighbour: give it an address there':
    'die Schnittstelle kann keinen solchen Nachbarn haben: ihr dort eine Adresse geben',
  'the interface cannot have this MTU: choose one of 68 to 65535':
    'die Schnittstelle kann diese MTU nicht haben: eine von 68 bis 65535 wählen',
  'the interface has gone meanwhile: apply again': 'die Schnittstelle ist inzwischen fort: erneut anwenden',
  'the interface is down: set it up, or leave the route out':
    'die Schnittstelle ist aus: sie anschalten oder die Route weglassen',
  'the interface it stands on is a port or a member: name another':
    'die Schnittstelle, auf der es steht, ist ein Port oder ein Mitglied: eine andere nennen',
  'the kernel has no memory left: destroy labs or make this one smaller':
    'der Kernel hat keinen Speicher mehr: Labore abbauen oder dieses verkleinern',
  'the kernel still differs from the drawing after all was done, by {steps}, first: {first}: apply again; if it stays, something on the host changes the lab':
    'der Kernel weicht, nachdem alles getan war, noch um {steps} von der Zeichnung ab, zuerst: {first}: erneut anwenden; wenn es so bleibt, ändert etwas auf dem Host das Labor',
  'the lab is as it was before': 'das Labor ist, wie es vorher war',
  'the lab is not as it was before, by {steps}, first: {first}: apply again':
    'das Labor ist noch um {steps} nicht, wie es vorher war, zuerst: {first}: erneut anwenden',
  'the lab was changed while it was probed: probe it again':
    'das Labor wurde während der Prüfung geändert: erneut prüfen',
  'the lab was changed while the link flapped: it is as drawn':
    'das Labor wurde geändert, während die Verbindung flatterte: sie ist wie gezeichnet',
  'the last apply of the lab did not end: apply it again':
    'das letzte Anwenden des Labors endete nicht: erneut anwenden',
  'the process that keeps labs alive has ended: apply again':
    'der Prozess, der Labore am Leben hält, ist beendet: erneut anwenden',
  'the process that keeps services did not start': 'der Prozess, der Dienste am Laufen hält, startete nicht',
  'the process that keeps services ended at once': 'der Prozess, der Dienste am Laufen hält, endete sofort',
  'the setting {name}={bad} {effect}: run as root: sysctl -w {name}={good}':
    'die Einstellung {name}={bad} {effect}: als root ausführen: sysctl -w {name}={good}',
  'the worker said nothing for {seconds} s: try again':
    'der Worker sagte {seconds} s lang nichts: erneut versuchen',
  "this installation keeps labs out of the host's own namespace: start it as root with VETHWORK_HOST_NAMESPACE=1":
    'diese Installation hält Labore aus dem Namespace des Hosts heraus: als root mit VETHWORK_HOST_NAMESPACE=1 starten',
  'this is a multicast address: choose one with an even first octet':
    'das ist eine Multicast-Adresse: eine mit geradem erstem Oktett wählen',
  'this kernel cannot do it: see `vethwork doctor`': 'dieser Kernel kann das nicht: siehe `vethwork doctor`',
  'this kernel does not take the value: choose another':
    'dieser Kernel nimmt den Wert nicht an: einen anderen wählen',
  'this kernel has no netem: load sch_netem, or take the impairment away':
    'dieser Kernel hat kein netem: sch_netem laden oder die Störung wegnehmen',
  'this kernel has no such setting: leave it out': 'dieser Kernel hat keine solche Einstellung: weglassen',
  'this process has no right to do it: see `vethwork doctor`':
    'dieser Prozess darf das nicht: siehe `vethwork doctor`',
  'this process is in {path}: start another for {run_dir}':
    'dieser Prozess ist in {path}: für {run_dir} einen anderen starten',
  'what was asked for before has not ended: try again when it has':
    'der vorige Auftrag ist noch nicht zu Ende: danach erneut versuchen',
};
