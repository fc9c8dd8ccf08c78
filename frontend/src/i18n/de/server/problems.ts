/** What the server finds wrong in a drawing. */
export const problems = {
  '{address} is a loopback address': '{address} ist eine Loopback-Adresse',
  '{address} is a multicast address': '{address} ist eine Multicast-Adresse',
  '{address} is link-local, which the kernel gives by itself':
    '{address} ist link-lokal; solche vergibt der Kernel selbst',
  '{address} is no address of an interface': '{address} ist keine Adresse einer Schnittstelle',
  '{address} is the broadcast address of its network': '{address} ist die Broadcast-Adresse ihres Netzes',
  '{address} is the number of its network': '{address} ist die Netzadresse ihres Netzes',
  '{count} {noun} are more than the {limit} allowed here: split the lab':
    '{count} {noun} sind mehr als die hier erlaubten {limit}: das Labor aufteilen',
  '{count} interfaces of {node} are called {name}: rename one':
    '{count} Schnittstellen von {node} heißen {name}: eine umbenennen',
  '{count} internet nodes are too many: use {most} at most':
    '{count} Internet-Knoten sind zu viele: höchstens {most} verwenden',
  '{count} nodes are called {name}: rename all but one':
    '{count} Knoten heißen {name}: alle bis auf einen umbenennen',
  '{element} needs {what}, which this host lacks: {fix}':
    '{element} braucht {what}, was diesem Host fehlt: {fix}',
  '{end} already has link {number}: end one of them at another interface':
    '{end} hat schon Verbindung {number}: eine der beiden an einer anderen Schnittstelle enden lassen',
  '{end} can have nothing to do with the loopback: name another interface':
    '{end} kann nichts mit dem Loopback zu tun haben: eine andere Schnittstelle nennen',
  '{end} cannot be a member of {bond} and of {owner} at once: remove it from one':
    '{end} kann nicht zugleich zu {bond} und zu {owner} gehören: aus einem von beiden entfernen',
  '{end} cannot be a member of {vrf} and of {owner} at once: remove it from one':
    '{end} kann nicht zugleich zu {vrf} und zu {owner} gehören: aus einem von beiden entfernen',
  '{end} carries IPv{carried} only and has the address {address}: remove it, or use gre, which carries both':
    '{end} trägt nur IPv{carried} und hat die Adresse {address}: sie entfernen oder gre verwenden, das beides trägt',
  '{end} ends at {remote}, which is {node} itself: name the other end':
    '{end} endet bei {remote}, also bei {node} selbst: das andere Ende nennen',
  '{end} ends at {remote}, which nobody in this lab has: packets end there':
    '{end} endet bei {remote}, was niemand in diesem Labor hat: dort enden Pakete',
  '{end} gets no automatic address, {error}: give the addressing a larger pool, or the interface an address':
    '{end} bekommt keine automatische Adresse, {error}: den Adressen einen größeren Vorrat geben oder der Schnittstelle eine Adresse',
  '{end} has a link and is a device: give one of them another name':
    '{end} hat eine Verbindung und ist ein Gerät: einem von beiden einen anderen Namen geben',
  '{end} has an IPv6 address and an MTU of {mtu}: IPv6 needs {least} bytes at least':
    '{end} hat eine IPv6-Adresse und eine MTU von {mtu}: IPv6 braucht mindestens {least} Byte',
  '{end} has an MTU of {own}, and its parent {parent} leaves it {most}: it can have no more than that':
    '{end} hat eine MTU von {own}, und {parent}, worauf es steht, lässt ihm {most}: mehr geht nicht',
  '{end} has no address in a network with {first}: give it one, or lease from a network that it is in':
    '{end} hat keine Adresse in einem Netz mit {first}: ihm eine geben oder aus einem Netz vergeben, in dem es ist',
  '{end} has no Ethernet frames and so no MAC address: remove it':
    '{end} kennt keine Ethernet-Frames und damit keine MAC-Adresse: sie entfernen',
  '{end} has no IPv6 address whose prefix it could advertise: give it one such as fd00:1::1/64, or the addressing a pool':
    '{end} hat keine IPv6-Adresse, deren Präfix es bekannt geben könnte: ihm eine geben, etwa fd00:1::1/64, oder den Adressen einen Vorrat',
  '{end} has no link, so it will not be made: link it or remove it':
    '{end} hat keine Verbindung und wird deshalb nicht angelegt: verbinden oder entfernen',
  '{end} has the address {address} and asks for another: leave out one of the two, the address by `addresses: []`':
    '{end} hat die Adresse {address} und fragt nach einer anderen: eines von beiden weglassen, die Adresse durch `addresses: []`',
  '{end} has the address {address} of {owner}: give it another':
    '{end} hat die Adresse {address} von {owner}: ihm eine andere geben',
  '{end} has the MAC address {mac} of {owner}: give it another':
    '{end} hat die MAC-Adresse {mac} von {owner}: ihm eine andere geben',
  "{end} hears nothing: VLAN {vid} is that of {node}'s own address, or has other tags than the switch looks at: give it another vid":
    '{end} hört nichts: VLAN {vid} ist das der eigenen Adresse von {node} oder hat andere Tags, als der Switch beachtet: ihm eine andere vid geben',
  '{end} is a member of {bond} and has an address: give the address to {bond}':
    '{end} gehört zu {bond} und hat eine Adresse: die Adresse {bond} geben',
  '{end} is a member of {bond}, whose MTU it gets: say the MTU there':
    '{end} gehört zu {bond} und bekommt dessen MTU: die MTU dort angeben',
  '{end} is a VRF itself and cannot be a member of {vrf}: name its members':
    '{end} ist selbst ein VRF und kann nicht zu {vrf} gehören: seine Mitglieder nennen',
  '{end} is in {network} and {other} on the same wire in {elsewhere}: without a router they do not reach each other':
    '{end} ist in {network} und {other} auf derselben Leitung in {elsewhere}: ohne Router erreichen sie einander nicht',
  '{end} is in {network}, which is also used on another segment: packets for one will not find the other; expect it to be blocked if that is meant':
    '{end} ist in {network}, das auch in einem anderen Segment verwendet wird: Pakete für das eine finden das andere nicht; ist das gewollt, eine Erwartung anlegen, dass es nicht erreicht wird',
  "{end} is no port of a switch: give the VLAN to the switch's port at the other end, or make a VLAN interface of it":
    '{end} ist kein Port eines Switches: das VLAN dem Port des Switches am anderen Ende geben oder eine VLAN-Schnittstelle daraus machen',
  '{end} is on no node of this lab: draw node {node} or change the end':
    '{end} ist an keinem Knoten dieses Labors: Knoten {node} zeichnen oder das Ende ändern',
  '{end} is the loopback, which takes no cable: use another interface':
    '{end} ist der Loopback, an den kein Kabel passt: eine andere Schnittstelle verwenden',
  '{end} is the loopback: only its addresses and whether it is up can be said':
    '{end} ist der Loopback: nur seine Adressen und ob er an ist, lassen sich angeben',
  "{end} is the switch's own bridge, which no bond can have: name a port":
    '{end} ist die eigene Bridge des Switches, die zu keinem Bond gehören kann: einen Port nennen',
  "{end} is the switch's own bridge: give the device another name":
    '{end} ist die eigene Bridge des Switches: dem Gerät einen anderen Namen geben',
  "{end} is the switch's own bridge: give the port another name, such as p1":
    '{end} ist die eigene Bridge des Switches: dem Port einen anderen Namen geben, etwa p1',
  '{end} is the way to the outside: give the device another name':
    '{end} ist der Weg nach draußen: dem Gerät einen anderen Namen geben',
  '{end} is the way to the outside: give the link another interface, such as eth0':
    '{end} ist der Weg nach draußen: der Verbindung eine andere Schnittstelle geben, etwa eth0',
  '{end} leads where {first} leads already: remove it or change its number':
    '{end} führt dorthin, wohin schon {first} führt: entfernen oder die Nummer ändern',
  '{end} looks for a peer at {address}, which is {holder} itself: name the other end':
    '{end} sucht eine Gegenstelle bei {address}, also bei {holder} selbst: das andere Ende nennen',
  '{end} looks for a peer at {address}, which nobody in this lab has: packets end there':
    '{end} sucht eine Gegenstelle bei {address}, was niemand in diesem Labor hat: dort enden Pakete',
  '{end} looks for a peer at {endpoint}, and {holder} has no WireGuard device at port {port}: give it one, or name the port of the one it has':
    '{end} sucht eine Gegenstelle bei {endpoint}, und {holder} hat kein WireGuard-Gerät an Port {port}: ihm eines geben oder den Port des vorhandenen nennen',
  '{end} sends frames with a tag of VLAN {vid}, which {port} does not take: make it a trunk that carries this VLAN':
    '{end} sendet Frames mit dem Tag von VLAN {vid}, die {port} nicht annimmt: daraus einen Trunk machen, der dieses VLAN führt',
  '{end} sends frames without a tag, and {port} is a trunk without a native VLAN: give it one, or give {node} a VLAN interface':
    '{end} sendet Frames ohne Tag, und {port} ist ein Trunk ohne natives VLAN: ihm eines geben oder {node} eine VLAN-Schnittstelle',
  '{end} sends from {local}, which {node} does not have: name one it has':
    '{end} sendet von {local}, was {node} nicht hat: eine vorhandene Adresse nennen',
  '{end} stands in a loop of devices on itself: give it another parent':
    '{end} steht über andere Geräte auf sich selbst: auf eine andere Schnittstelle stellen',
  '{end} would have an MTU of {own}, and {what} needs {least} bytes at least':
    '{end} hätte eine MTU von {own}, und {what} braucht mindestens {least} Byte',
  '{fault}: choose another address': '{fault}: eine andere Adresse wählen',
  '{first} already is VLAN {vid} on {parent}: give {interface} another vid or another parent':
    '{first} ist schon VLAN {vid} auf {parent}: {interface} eine andere vid geben oder auf eine andere Schnittstelle stellen',
  '{first} has the UDP port {port} already: give {interface} another':
    '{first} hat schon den UDP-Port {port}: {interface} einen anderen geben',
  "{gateway} is {name} itself: name the next router's address":
    '{gateway} ist {name} selbst: die Adresse des nächsten Routers nennen',
  '{interface} for IPv6': '{interface} für IPv6',
  '{interface} has the table {table} of {first}: choose another number':
    '{interface} hat die Tabelle {table} von {first}: eine andere Nummer wählen',
  "{interface} is a tunnel of the kernel's own: give {end} another name":
    '{interface} ist ein Tunnel, den der Kernel selbst anlegt: {end} einen anderen Namen geben',
  '{name} denies ICMPv6, by which IPv6 finds its neighbours: add the rule {chain: {chain}, action: allow, protocol: icmp}':
    '{name} verbietet ICMPv6, womit IPv6 seine Nachbarn findet: die Regel {chain: {chain}, action: allow, protocol: icmp} hinzufügen',
  '{name} has {count} ports and a Linux bridge {most} at most: use two switches':
    '{name} hat {count} Ports, und eine Linux-Bridge hat höchstens {most}: zwei Switches verwenden',
  '{name} has {count} rules, a list of ports counted as one each, and {most} are allowed: use ranges and networks':
    '{name} hat {count} Regeln, jeder Port einer Liste einzeln gezählt, und {most} sind erlaubt: Bereiche und Netze verwenden',
  '{name} has {other} at {place} already: leave one out or move it':
    '{name} hat schon {other} bei {place}: eines weglassen oder verlegen',
  '{name} has a policy of priority {priority} already, number {number}: give one of them another priority':
    '{name} hat schon eine Richtlinie mit Priorität {priority}, Nummer {number}: einer von beiden eine andere Priorität geben',
  '{name} has a second route to {target}: give it another metric':
    '{name} hat eine zweite Route nach {target}: ihr eine andere Metrik geben',
  '{name} has no interface {interface}: name one that it has':
    '{name} hat keine Schnittstelle {interface}: eine vorhandene nennen',
  '{name} has no linked interface {interface}: name one that it has':
    '{name} hat keine verbundene Schnittstelle {interface}: eine vorhandene nennen',
  "{name} is a {kind}: only a switch can be in the host's namespace":
    '{name} ist von der Art {kind}: nur ein Switch kann im Namespace des Hosts sein',
  '{name} is a {kind}: only a switch has {key}, remove it':
    '{name} ist von der Art {kind}: nur ein Switch hat {key}, also entfernen',
  '{name} is a {kind}: only a switch has the spanning tree protocol':
    '{name} ist von der Art {kind}: nur ein Switch hat das Spanning-Tree-Protokoll',
  '{name} is a {kind}: services run in hosts and routers, link one to it':
    '{name} ist von der Art {kind}: Dienste laufen in Hosts und Routern, also einen solchen damit verbinden',
  '{name} is a switch without address and can ask nobody: name another node':
    '{name} ist ein Switch ohne Adresse und kann niemanden fragen: einen anderen Knoten nennen',
  '{name} is a switch without an address, which looks into no packet: put its rules on the nodes around it, or give it an address':
    '{name} ist ein Switch ohne Adresse, der in kein Paket sieht: die Regeln den Knoten ringsum geben oder ihm eine Adresse',
  '{name} is an internet node, which forwards, masquerades and routes by itself: leave these out or make it a router':
    '{name} ist ein Internet-Knoten, der von selbst weiterleitet, maskiert und routet: dies weglassen oder einen Router daraus machen',
  '{name} is an internet node, which has its own rules: put these on a router':
    '{name} ist ein Internet-Knoten, der eigene Regeln hat: diese einem Router geben',
  '{name} is in no network with {address}: say on which interface it is':
    '{name} ist in keinem Netz mit {address}: angeben, an welcher Schnittstelle es ist',
  '{name} is in no network with the gateway {gateway}: choose a gateway on the same wire, or give {name} an address there':
    '{name} ist in keinem Netz mit dem Gateway {gateway}: ein Gateway auf derselben Leitung wählen oder {name} dort eine Adresse geben',
  '{name} is in shape {number} as well: leave it in one':
    '{name} ist auch in Form {number}: nur in einer lassen',
  "{name} is in the host's namespace, which takes no {type}: remove it":
    '{name} ist im Namespace des Hosts, der kein {type} annimmt: entfernen',
  "{name} is in the host's namespace, which takes no neighbours: remove it":
    '{name} ist im Namespace des Hosts, der keine Nachbarn annimmt: entfernen',
  "{name} is in the host's namespace, which takes no policies: remove it":
    '{name} ist im Namespace des Hosts, der keine Richtlinien annimmt: entfernen',
  "{name} is in the host's namespace, whose settings stay: remove it":
    '{name} ist im Namespace des Hosts, dessen Einstellungen bleiben: entfernen',
  "{name} is in the host's own namespace, where rules would judge the machine's own packets: remove rules and policy, or put the rules on a router":
    '{name} ist im Namespace des Hosts, wo Regeln über die Pakete des Rechners selbst urteilen würden: Regeln und Policy entfernen oder die Regeln einem Router geben',
  '{name} is of kind {kind}: only a host or a router has a raw ruleset':
    '{name} ist von der Art {kind}: nur ein Host oder ein Router hat einen rohen Regelsatz',
  '{name} knows {address} already: remove one of the two':
    '{name} kennt {address} schon: eines von beiden entfernen',
  '{name} masquerades out of {interface}, which has no link: name a linked interface':
    '{name} maskiert bei Ausgang über {interface}, das keine Verbindung hat: eine verbundene Schnittstelle nennen',
  '{name} passes all VLANs alike, so its vlan_protocol means nothing: set vlan_filtering: true, or remove it':
    '{name} gibt alle VLANs gleich weiter, also bedeutet sein vlan_protocol nichts: vlan_filtering: true setzen oder es entfernen',
  '{name} passes nothing on, so the rule never matches: make it a router':
    '{name} gibt nichts weiter, also greift die Regel nie: einen Router daraus machen',
  '{name}:{interface} has no Ethernet frames and so no MAC address: remove it':
    '{name}:{interface} kennt keine Ethernet-Frames und damit keine MAC-Adresse: sie entfernen',
  '{name}:{interface} has no IPv{version} address, so nothing is sent there: give it one, or name another interface':
    '{name}:{interface} hat keine IPv{version}-Adresse, also wird dort nichts gesendet: ihr eine geben oder eine andere Schnittstelle nennen',
  '{name}:{interface} has no members, so it reaches nobody: name some':
    '{name}:{interface} hat keine Mitglieder und erreicht deshalb niemanden: welche nennen',
  '{node} has no interface {one} for {interface}: link it or name another':
    '{node} hat keine Schnittstelle {one} für {interface}: sie verbinden oder eine andere nennen',
  '{node} has no linked interface {interface}: name one that it has':
    '{node} hat keine verbundene Schnittstelle {interface}: eine vorhandene nennen',
  '{node} is a switch without address and cannot answer: name another node':
    '{node} ist ein Switch ohne Adresse und kann nicht antworten: einen anderen Knoten nennen',
  '{node} passes all VLANs alike: remove vlan_filtering: false, or the VLAN':
    '{node} gibt alle VLANs gleich weiter: vlan_filtering: false entfernen oder das VLAN',
  '{one} has no Ethernet frames for {end}: name another interface':
    '{one} hat keine Ethernet-Frames für {end}: eine andere Schnittstelle nennen',
  '{one} is a macvlan itself: put {end} on its parent {parent}':
    '{one} ist selbst ein macvlan: {end} auf {parent} stellen, worauf es steht',
  '{one} sends VLAN {untagged} without a tag, and {other} is a trunk without a native VLAN, which drops that: give both ends the same native VLAN':
    '{one} sendet VLAN {untagged} ohne Tag, und {other} ist ein Trunk ohne natives VLAN, der das verwirft: beiden Enden dasselbe native VLAN geben',
  '{one} sends VLAN {vlans} with a tag, and {other} does not take it so: give both ends the same trunk':
    '{one} sendet VLAN {vlans} mit Tag, und {other} nimmt es so nicht an: beiden Enden denselben Trunk geben',
  '{owner} has {address}, which {node} could lease to somebody else: choose another range':
    '{owner} hat {address}, was {node} an jemand anderen vergeben könnte: einen anderen Bereich wählen',
  '{pool} has no addresses left': '{pool} hat keine Adressen mehr',
  '{count} routers': { one: '{count} Router', other: '{count} Router' },
  '{count} networks': { one: '{count} Netz', other: '{count} Netze' },
  '{routers} and {networks} can have more automatic routes than the {most} allowed here: split the lab, or let a protocol find the routes':
    '{routers} und {networks} können mehr automatische Routen haben als die hier erlaubten {most}: das Labor aufteilen oder ein Protokoll die Routen finden lassen',
  '{target} is no node, interface or address of this lab: name one that is drawn':
    '{target} ist kein Knoten, keine Schnittstelle und keine Adresse dieses Labors: etwas Gezeichnetes nennen',
  '{under_way} packets of {size} bytes are under way at {rate_kbit} kbit/s, and there is room for {queue}, so it never gets as fast: give queue_packets more':
    '{under_way} Pakete von {size} Byte sind bei {rate_kbit} kbit/s unterwegs, und Platz ist für {queue}, so schnell wird es also nie: queue_packets erhöhen',
  '{what}: remove it, set stp: true on a switch of the loop, or loop: allowed if it is meant':
    '{what}: entfernen, an einem Switch der Schleife stp: true setzen oder loop: allowed, wenn es gewollt ist',
  '{what}: the spanning tree does not see it, as its frames are untagged and do not get around: give the trunks of the loop a native VLAN, or set stp: true on all its switches':
    '{what}: der Spanning Tree sieht sie nicht, denn seine Frames haben kein Tag und kommen nicht herum: den Trunks der Schleife ein natives VLAN geben oder an allen ihren Switches stp: true setzen',
  '{where} in VLAN {vlans}': '{where} in VLAN {vlans}',
  'a VRF': 'ein VRF',
  addresses: 'Adressen',
  'an interface': 'eine Schnittstelle',
  'both ends are {end}: end the link at another interface':
    'beide Enden sind {end}: die Verbindung an einer anderen Schnittstelle enden lassen',
  expectations: 'Erwartungen',
  'hosts make no address of {network}: use a prefix of 64 bits':
    'Hosts bilden aus {network} keine Adresse: ein Präfix von 64 Bit verwenden',
  'in {switch}': 'in {switch}',
  'jitter of {jitter_ms} ms has no delay to vary: give delay_ms {jitter_ms} or more, or remove jitter_ms':
    'eine Schwankung von {jitter_ms} ms hat keine Verzögerung, die schwanken könnte: delay_ms {jitter_ms} oder mehr angeben oder jitter_ms entfernen',
  'link {number}': 'Verbindung {number}',
  links: 'Verbindungen',
  'no route of {name} is in table {table}: packets go on to the next policy':
    'keine Route von {name} ist in Tabelle {table}: Pakete gehen weiter zur nächsten Richtlinie',
  'nobody in this lab has the address {gateway}: packets end there':
    'niemand in diesem Labor hat die Adresse {gateway}: dort enden Pakete',
  nodes: 'Knoten',
  'packets overtake others that are delayed, and none is: give delay_ms, or remove reorder_percent':
    'Pakete überholen andere, die verzögert sind, und keines ist es: delay_ms angeben oder reorder_percent entfernen',
  'ranges of VLANs': 'Bereiche von VLANs',
  'routes and policies': 'Routen und Richtlinien',
  rules: 'Regeln',
  shapes: 'Formen',
  "table {table} is one of the kernel's own: choose another number":
    'Tabelle {table} ist eine des Kernels: eine andere Nummer wählen',
  'the delay of {delay_ms} ms varies by {jitter_ms} ms, but no packet arrives before it was sent: give jitter_ms {delay_ms} at most':
    'die Verzögerung von {delay_ms} ms schwankt um {jitter_ms} ms, aber kein Paket kommt an, bevor es gesendet wurde: jitter_ms höchstens {delay_ms} angeben',
  'the group has no nodes and is not seen: add members or remove it':
    'die Gruppe hat keine Knoten und ist nicht zu sehen: Mitglieder hinzufügen oder sie entfernen',
  'the link closes a loop {where}, in which frames circle for ever':
    'die Verbindung schließt eine Schleife {where}, in der Frames ewig kreisen',
  'the range {first} to {last} is not all of hosts in {network}: make it smaller':
    'der Bereich {first} bis {last} besteht nicht nur aus Hosts in {network}: ihn verkleinern',
  'the router {router} is not in {network}: clients would not reach it':
    'der Router {router} ist nicht in {network}: Clients würden ihn nicht erreichen',
  'the spanning tree sees a loop and blocks one of its links for all VLANs, and VLAN {vlans} is not on all of them: have every link of the loop carry it':
    'der Spanning Tree sieht eine Schleife und sperrt eine ihrer Verbindungen für alle VLANs, und VLAN {vlans} ist nicht auf allen: es auf jeder Verbindung der Schleife führen',
  'there is no node {name} to ask from: name one that is drawn':
    'es gibt keinen Knoten {name}, der fragen könnte: einen gezeichneten nennen',
  'there is no node {name} to group: take it out of members':
    'es gibt keinen Knoten {name} für die Gruppe: aus members herausnehmen',
  'there is no node {name} to place: remove the position':
    'es gibt keinen Knoten {name}, der einen Platz bräuchte: die Position entfernen',
  'through {left} and {right}': 'durch {left} und {right}',
  'too many VLANs on too many trunks: let each trunk carry only what it is for':
    'zu viele VLANs auf zu vielen Trunks: jeden Trunk nur führen lassen, wofür er da ist',
  'untagged frames are of VLAN {vid} at {left} and of VLAN {other} at {right}, so the cable joins the two: give both ends the same':
    'Frames ohne Tag gehören an {left} zu VLAN {vid} und an {right} zu VLAN {other}, also verbindet das Kabel die beiden: beiden Enden dasselbe geben',
  // What this host lacks.
  '802.1ad VLAN interfaces': '802.1ad-VLAN-Schnittstellen',
  'GRE tunnels': 'GRE-Tunnel',
  'IPIP tunnels': 'IPIP-Tunnel',
  'SIT tunnels': 'SIT-Tunnel',
  'VLAN filtering': 'VLAN-Filterung',
  'VLAN interfaces': 'VLAN-Schnittstellen',
  'address translation': 'Adressumsetzung',
  'boot a kernel with {option}': 'einen Kernel mit {option} starten',
  'dummy interfaces': 'Dummy-Schnittstellen',
  'impairment by netem': 'Störungen durch netem',
  'macvlan interfaces': 'macvlan-Schnittstellen',
  'rates by tbf': 'Raten durch tbf',
  'run `apt-get install {package}` as root': '`apt-get install {package}` als root ausführen',
  'run `modprobe {module}` as root, and where there is no such module boot a kernel with {option}':
    '`modprobe {module}` als root ausführen, und wo es das Modul nicht gibt, einen Kernel mit {option} starten',
  'several routing tables': 'mehrere Routing-Tabellen',
  'the program ip, for exported shell scripts': 'das Programm ip, für exportierte Shell-Skripte',
  'the program iperf3': 'das Programm iperf3',
  'the program nft, for exported shell scripts with rules':
    'das Programm nft, für exportierte Shell-Skripte mit Regeln',
  'the program ping, for people in nodes': 'das Programm ping, für Menschen in Knoten',
  'the program wg, for exported shell scripts with WireGuard':
    'das Programm wg, für exportierte Shell-Skripte mit WireGuard',
  'the routing daemons of FRR': 'die Routing-Daemons von FRR',
  'virtual cables': 'virtuelle Kabel',
};
