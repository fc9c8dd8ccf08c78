/** Help for the fields of a drawing and of regular shapes. */
export const schema = {
  "A drawing: what the document says, whole and in the document's order.":
    'Eine Zeichnung: was das Dokument sagt, ganz und in seiner Reihenfolge.',
  'Where automatic addresses come from.': 'Woher automatische Adressen kommen.',
  'Pool of IPv4 addresses; null: none.': 'Vorrat an IPv4-Adressen; null: keiner.',
  'A network.': 'Ein Netz.',
  'Pool of IPv6 addresses, such as fd00::/48; null: none.':
    'Vorrat an IPv6-Adressen, etwa fd00::/48; null: keiner.',
  'Prefix length of IPv4 networks; IPv6 ones have 64.': 'Präfixlänge von IPv4-Netzen; IPv6-Netze haben 64.',
  'Prefix length of IPv4 networks of two routers alone, such as 31; they come from the end of the pool. Left out: as of any other network.':
    'Präfixlänge von IPv4-Netzen zwischen nur zwei Routern, etwa 31; sie kommen vom Ende des Vorrats. Weggelassen: wie bei jedem anderen Netz.',
  'Another router that speaks BGP, on the same wire or behind others.':
    'Ein anderer Router, der BGP spricht, auf derselben Leitung oder hinter anderen.',
  'Its address.': 'Seine Adresse.',
  'Its autonomous system.': 'Sein autonomes System.',
  'BGP by FRR, which has to be installed; it tells the networks that the node is in.':
    'BGP durch FRR, das installiert sein muss; es gibt die Netze bekannt, in denen der Knoten ist.',
  "The node's autonomous system.": 'Das autonome System des Knotens.',
  'Whom it talks to.': 'Mit wem er spricht.',
  'A bond of several interfaces, which it holds together and which have no address.':
    'Ein Bond aus mehreren Schnittstellen, die er zusammenhält und die keine Adresse haben.',
  'active-backup: one member works and the next one takes over; 802.3ad: all work, agreed with the other end by LACP.':
    'active-backup: ein Mitglied arbeitet, und das nächste übernimmt; 802.3ad: alle arbeiten, mit dem anderen Ende durch LACP vereinbart.',
  'The interfaces it is made of, the preferred one first.':
    'Die Schnittstellen, aus denen er besteht, die bevorzugte zuerst.',
  "An interface's name, 1 to 15 characters.": 'Der Name einer Schnittstelle, 1 bis 15 Zeichen.',
  'What happens to a packet that no rule of a chain has decided about.':
    'Was mit einem Paket geschieht, über das keine Regel einer Kette entschieden hat.',
  'To the node itself.': 'Zum Knoten selbst.',
  'Passing through.': 'Durch ihn hindurch.',
  'From the node itself.': 'Vom Knoten selbst.',
  'Asks for an IPv4 address of one interface, which then has no automatic one.':
    'Fragt nach einer IPv4-Adresse für eine Schnittstelle, die dann keine automatische hat.',
  'Which interface gets an address; it is drawn without IPv4 addresses.':
    'Welche Schnittstelle eine Adresse bekommt; sie wird ohne IPv4-Adressen gezeichnet.',
  'Leases IPv4 addresses on one interface, which needs an address of its own.':
    'Vergibt IPv4-Adressen an einer Schnittstelle, die selbst eine Adresse braucht.',
  'On which interface it leases.': 'An welcher Schnittstelle er vergibt.',
  "First and last address, in the interface's network.":
    'Erste und letzte Adresse, im Netz der Schnittstelle.',
  'An IPv4 address.': 'Eine IPv4-Adresse.',
  'The gateway it tells. Left out: this node, if it forwards.':
    'Das Gateway, das er nennt. Weggelassen: dieser Knoten, wenn er weiterleitet.',
  'The name server it tells. Left out: this node, if it has a `dns` service.':
    'Der Nameserver, den er nennt. Weggelassen: dieser Knoten, wenn er einen `dns`-Dienst hat.',
  'How long an address is leased, in seconds.': 'Wie lange eine Adresse vergeben ist, in Sekunden.',
  "Answers for the names of the lab's nodes, on port 53.":
    'Antwortet für die Namen der Knoten des Labors, an Port 53.',
  'A dummy interface, for addresses that depend on no cable.':
    'Eine Dummy-Schnittstelle, für Adressen, die an keinem Kabel hängen.',
  'Sends back what it gets.': 'Sendet zurück, was er bekommt.',
  'TCP or UDP.': 'TCP oder UDP.',
  'Port.': 'Port.',
  'What should come back when one node probes another.':
    'Was zurückkommen soll, wenn ein Knoten einen anderen prüft.',
  'The node that asks.': 'Der Knoten, der fragt.',
  'A node, one of its interfaces (node:interface), or an address.':
    'Ein Knoten, eine seiner Schnittstellen (Knoten:Schnittstelle) oder eine Adresse.',
  'ping, tcp/PORT or udp/PORT.': 'ping, tcp/PORT oder udp/PORT.',
  'reached: must get through; blocked: must not.': 'reached: muss durchkommen; blocked: darf nicht.',
  'A GRE tunnel for IPv4 and IPv6, RFC 2784.': 'Ein GRE-Tunnel für IPv4 und IPv6, RFC 2784.',
  "The node's own address, which the tunnel ends at.":
    'Die eigene Adresse des Knotens, an der der Tunnel endet.',
  'The address that the other end has.': 'Die Adresse, die das andere Ende hat.',
  'How many routers the outer packets may pass.': 'Wie viele Router die äußeren Pakete durchlaufen dürfen.',
  'Tells tunnels between the same two addresses apart, RFC 2890.':
    'Unterscheidet Tunnel zwischen denselben zwei Adressen, RFC 2890.',
  'One of several ways that packets to a destination share.':
    'Einer von mehreren Wegen, auf die sich Pakete zu einem Ziel verteilen.',
  "The next router's address.": 'Die Adresse des nächsten Routers.',
  'An address.': 'Eine Adresse.',
  'Out of which interface. Left out: the one the gateway is on.':
    'Über welche Schnittstelle. Weggelassen: die, an der das Gateway ist.',
  'Its share of the packets, beside those of the other hops.':
    'Sein Anteil an den Paketen, neben denen der anderen Hops.',
  'A web server with one page.': 'Ein Webserver mit einer Seite.',
  'TCP port.': 'TCP-Port.',
  'What a cable does to the packets of one direction; what is left out it does not do.':
    'Was ein Kabel mit den Paketen einer Richtung tut; was weggelassen ist, tut es nicht.',
  'How long a packet is under way, in steps of 0.008 ms.':
    'Wie lange ein Paket unterwegs ist, in Schritten von 0,008 ms.',
  'How much the delay varies to either side, evenly.':
    'Wie sehr die Verzögerung nach beiden Seiten schwankt, gleichmäßig.',
  'How many packets are lost.': 'Wie viele Pakete verloren gehen.',
  'How many packets arrive twice.': 'Wie viele Pakete doppelt ankommen.',
  'How many packets overtake those before them, without the delay.':
    'Wie viele Pakete ohne die Verzögerung die vor ihnen überholen.',
  'How many packets arrive with one bit changed.': 'Wie viele Pakete mit einem geänderten Bit ankommen.',
  'How much it carries, in 1000 bits a second. Left out: no limit.':
    'Wie viel es trägt, in 1000 Bit je Sekunde. Weggelassen: keine Grenze.',
  'How many packets wait or are under way at once; more are lost. Left out: 1000, and room for all that the delay keeps under way.':
    'Wie viele Pakete zugleich warten oder unterwegs sind; weitere gehen verloren. Weggelassen: 1000, und Platz für alle, die die Verzögerung unterwegs hält.',
  'What the drawing says about one interface; a linked one need not be listed at all.':
    'Was die Zeichnung über eine Schnittstelle sagt; eine verbundene muss nicht aufgeführt sein.',
  "What kind of interface the node makes. Left out: a cable's end.":
    'Welche Art von Schnittstelle der Knoten anlegt. Weggelassen: das Ende eines Kabels.',
  'Addresses with prefix length. Left out: automatic on a linked interface of a host, router or internet node and on what stands on it (VLAN interface, bond, macvlan), none on a switch. Empty: none.':
    'Adressen mit Präfixlänge. Weggelassen: automatisch an einer verbundenen Schnittstelle eines Hosts, Routers oder Internet-Knotens und an dem, was darauf steht (VLAN-Schnittstelle, Bond, macvlan), keine an einem Switch. Leer: keine.',
  'An address with its prefix length.': 'Eine Adresse mit Präfixlänge.',
  'MAC address. Left out: made from the names; that of the parent on a VLAN interface.':
    'MAC-Adresse. Weggelassen: aus den Namen gebildet; bei einer VLAN-Schnittstelle die der Schnittstelle darunter.',
  'A unicast MAC address.': 'Eine Unicast-MAC-Adresse.',
  'Largest packet in bytes. Left out: 1500, or what the device leaves of the MTU of the interface it stands on.':
    'Größtes Paket in Byte. Weggelassen: 1500, oder was das Gerät von der MTU der Schnittstelle übrig lässt, auf der es steht.',
  'Whether it is set up. Left out: yes; lo of a plain switch: no.':
    'Ob sie an ist. Weggelassen: ja; lo eines einfachen Switches: nein.',
  "The VLAN of a switch's port, whose frames are untagged: an access port. Left out, on a switch with VLANs: 1.":
    'Das VLAN eines Switch-Ports, dessen Frames kein Tag haben: ein Access-Port. Weggelassen, an einem Switch mit VLANs: 1.',
  "The VLANs whose frames a switch's port passes with their tags, such as [10, 20, 30-39].":
    'Die VLANs, deren Frames ein Switch-Port mit Tag weitergibt, etwa [10, 20, 30-39].',
  'VLANs and ranges of them.': 'VLANs und Bereiche davon.',
  'On a trunk, the VLAN whose frames are untagged.': 'An einem Trunk das VLAN, dessen Frames kein Tag haben.',
  'The server of iperf3, which has to be installed.': 'Der Server von iperf3, das installiert sein muss.',
  'TCP port; tests by UDP use the same.': 'TCP-Port; Messungen per UDP verwenden denselben.',
  'A tunnel for IPv4 in IPv4, RFC 2003.': 'Ein Tunnel für IPv4 in IPv4, RFC 2003.',
  'One cable; its ends are interfaces, which need not be listed under their nodes.':
    'Ein Kabel; seine Enden sind Schnittstellen, die bei ihren Knoten nicht aufgeführt sein müssen.',
  'The two ends, each as node:interface.': 'Die zwei Enden, jedes als Knoten:Schnittstelle.',
  'An end of a link: node:interface.': 'Ein Ende einer Verbindung: Knoten:Schnittstelle.',
  'Whether the cable is cut: then both its ends are down.':
    'Ob das Kabel getrennt ist: dann sind beide Enden aus.',
  'What the cable does to packets. Left out: nothing.': 'Was das Kabel mit Paketen tut. Weggelassen: nichts.',
  'The same for the way from the second end to the first. Left out: as the other way.':
    'Dasselbe für den Weg vom zweiten Ende zum ersten. Weggelassen: wie in der anderen Richtung.',
  'What stands at the cable on the canvas.': 'Was auf der Zeichenfläche am Kabel steht.',
  'Points of the canvas that the cable passes, from the first end to the second.':
    'Punkte der Zeichenfläche, durch die das Kabel geht, vom ersten Ende zum zweiten.',
  'A macvlan; its parent itself does not hear it (ip-link(8)).':
    'Ein macvlan; die Schnittstelle darunter hört es selbst nicht (ip-link(8)).',
  'The interface whose wire it is on.': 'Die Schnittstelle, auf deren Leitung es ist.',
  'bridge: macvlans of one parent hear each other; private: they do not; vepa: only if the switch outside sends frames back.':
    'bridge: macvlans einer Schnittstelle hören einander; private: sie hören einander nicht; vepa: nur wenn der Switch draußen Frames zurücksendet.',
  'A permanent entry of the neighbour table: an address and the MAC it is reached by.':
    'Ein dauerhafter Eintrag der Nachbartabelle: eine Adresse und die MAC-Adresse, unter der sie erreicht wird.',
  'Whose MAC address it is.': 'Wessen MAC-Adresse es ist.',
  'Where packets to the address are sent on the wire.':
    'Wohin Pakete an die Adresse auf der Leitung gesendet werden.',
  'On which wire. Left out: the one in whose network the address is.':
    'Auf welcher Leitung. Weggelassen: die, in deren Netz die Adresse ist.',
  'One thing on the drawing that Linux will run.': 'Etwas auf der Zeichnung, das Linux betreiben wird.',
  'host; router: forwards; switch: a bridge without address unless it is given one; internet: a gateway that masquerades everything towards the outside.':
    'host; router: leitet weiter; switch: eine Bridge, ohne Adresse, solange sie keine bekommt; internet: ein Gateway, das alles nach draußen maskiert.',
  "The name its shells show. Left out: the node's name.":
    'Der Name, den seine Shells zeigen. Weggelassen: der Name des Knotens.',
  'The name that a shell in the node shows.': 'Der Name, den eine Shell im Knoten zeigt.',
  'By name. On a switch the interface called like the node is the bridge, and any other that has addresses, or carries a device, is routed instead of being a port.':
    'Nach Namen. An einem Switch ist die Schnittstelle, die wie der Knoten heißt, die Bridge, und jede andere, die Adressen hat oder ein Gerät trägt, wird geroutet, statt ein Port zu sein.',
  'Static routes.': 'Statische Routen.',
  'Which routing table packets are looked up in, beside the main one.':
    'In welcher Routing-Tabelle Pakete nachgeschlagen werden, neben der Haupttabelle.',
  'Whose MAC addresses it knows without asking.': 'Wessen MAC-Adressen er kennt, ohne zu fragen.',
  'Settings of its kernel by name, such as net.ipv4.conf.all.rp_filter: 0.':
    'Einstellungen seines Kernels nach Namen, etwa net.ipv4.conf.all.rp_filter: 0.',
  'Whether it passes packets on. Left out: routers, internet nodes and switches with addresses do, hosts do not.':
    'Ob er Pakete weiterleitet. Weggelassen: Router, Internet-Knoten und Switches mit Adressen tun es, Hosts nicht.',
  'Rewrite source addresses out of these interfaces.':
    'Quelladressen bei Ausgang über diese Schnittstellen umschreiben.',
  'Rules of its packet filter, in order: the first that matches decides.':
    'Regeln seines Paketfilters, der Reihe nach: die erste passende entscheidet.',
  'More tables, as text for nft -f; on hosts and routers.':
    'Weitere Tabellen, als Text für nft -f; an Hosts und Routern.',
  'Text for nft -f.': 'Text für nft -f.',
  'What happens where no rule has decided.': 'Was geschieht, wo keine Regel entschieden hat.',
  "What runs in it; a host's or a router's.": 'Was in ihm läuft; in einem Host oder Router.',
  'The name servers of its /etc/resolv.conf.': 'Die Nameserver seiner /etc/resolv.conf.',
  'Spanning tree protocol, on a switch.': 'Spanning-Tree-Protokoll, an einem Switch.',
  'Whether a switch may be part of a loop without spanning tree, in which frames circle for ever.':
    'Ob ein Switch ohne Spanning Tree Teil einer Schleife sein darf, in der Frames ewig kreisen.',
  'Whether a switch keeps VLANs apart. Left out: as soon as one of its ports is in a VLAN.':
    'Ob ein Switch VLANs trennt. Weggelassen: sobald einer seiner Ports in einem VLAN ist.',
  "The tags a switch with VLANs looks at; 802.1ad: those of a provider, which go around the customer's own (QinQ).":
    'Die Tags, die ein Switch mit VLANs beachtet; 802.1ad: die eines Providers, die um die des Kunden gehen (QinQ).',
  "Where a switch's bridge is: in a namespace of its own, or in the host's.":
    'Wo die Bridge eines Switches ist: in einem eigenen Namespace oder in dem des Hosts.',
  'OSPF for IPv4 by FRR, which has to be installed, on every interface with an address.':
    'OSPF für IPv4 durch FRR, das installiert sein muss, an jeder Schnittstelle mit Adresse.',
  'The area that all interfaces are in.': 'Die Area, in der alle Schnittstellen sind.',
  'A rule that leads packets to a routing table; one that does not match leads to the next.':
    'Eine Regel, die Pakete zu einer Routing-Tabelle führt; eine, die nicht passt, führt zur nächsten.',
  "The lowest comes first. Left out: 1000 for a node's first policy, 1001 for its second, and so on.":
    'Die niedrigste kommt zuerst. Weggelassen: 1000 für die erste Richtlinie eines Knotens, 1001 für die zweite, und so weiter.',
  'Where the packet comes from. Left out: anywhere.': 'Woher das Paket kommt. Weggelassen: von überall.',
  'Where the packet goes. Left out: anywhere.': 'Wohin das Paket geht. Weggelassen: überallhin.',
  'By which interface it came in; lo: from the node itself.':
    'Über welche Schnittstelle es kam; lo: vom Knoten selbst.',
  'The mark that a rule of nftables gave it.': 'Die Marke, die eine Regel von nftables ihm gab.',
  'The routing table it leads to.': 'Die Routing-Tabelle, zu der sie führt.',
  'A static route: to a network, through a gateway, an interface, or both.':
    'Eine statische Route: zu einem Netz, über ein Gateway, eine Schnittstelle oder beides.',
  'A network such as 10.2.0.0/24, or default.': 'Ein Netz wie 10.2.0.0/24, oder default.',
  'unicast: passes packets on; blackhole: drops them in silence; unreachable and prohibit: drop them and tell the sender.':
    'unicast: gibt Pakete weiter; blackhole: verwirft sie still; unreachable und prohibit: verwerfen sie und sagen es dem Absender.',
  'Several ways that share the packets, in the place of a gateway.':
    'Mehrere Wege, die sich die Pakete teilen, anstelle eines Gateways.',
  'The lowest metric wins.': 'Die niedrigste Metrik gewinnt.',
  'The routing table, which policies lead to. Left out: the main one, 254.':
    'Die Routing-Tabelle, zu der Richtlinien führen. Weggelassen: die Haupttabelle, 254.',
  'Tells the hosts on a wire the IPv6 prefixes of one interface: they make addresses of them.':
    'Sagt den Hosts auf einer Leitung die IPv6-Präfixe einer Schnittstelle: sie bilden daraus Adressen.',
  'On which interface it advertises.': 'An welcher Schnittstelle er bekannt gibt.',
  'A rule: which packets, and what happens to them; the first that matches decides.':
    'Eine Regel: welche Pakete, und was mit ihnen geschieht; die erste passende entscheidet.',
  'forward: passing through; input: to the node; output: from the node. Left out: forward on what passes packets on, input on hosts.':
    'forward: durch ihn hindurch; input: zum Knoten; output: vom Knoten. Weggelassen: forward, wo Pakete weitergeleitet werden, input an Hosts.',
  'allow; deny: drop silently; reject: drop and say that it is prohibited; masquerade: rewrite the source address; dnat: send it to another address.':
    'allow; deny: still verwerfen; reject: verwerfen und sagen, dass es verboten ist; masquerade: die Quelladresse umschreiben; dnat: an eine andere Adresse senden.',
  "any, tcp, udp or icmp (of the packet's address family).":
    'any, tcp, udp oder icmp (der Adressfamilie des Pakets).',
  'Target port, a range such as 8000-8010, or a list of both.':
    'Zielport, ein Bereich wie 8000-8010 oder eine Liste von beidem.',
  'A port, a range such as 8000-8010, or a list of both.':
    'Ein Port, ein Bereich wie 8000-8010 oder eine Liste von beidem.',
  'Source address or network.': 'Quelladresse oder -netz.',
  'An address or a network.': 'Eine Adresse oder ein Netz.',
  'Target address or network.': 'Zieladresse oder -netz.',
  'The interface it came in by.': 'Die Schnittstelle, über die es kam.',
  'The interface it leaves by.': 'Die Schnittstelle, über die es geht.',
  'States of its connection, any of them. Left out: whatever state.':
    'Zustände seiner Verbindung, einer davon. Weggelassen: jeder Zustand.',
  'Where dnat sends it.': 'Wohin dnat es sendet.',
  'The port dnat sends it to. Left out: the same port.':
    'Der Port, an den dnat es sendet. Weggelassen: derselbe Port.',
  'A note, which `nft list` shows too.': 'Eine Notiz, die auch `nft list` zeigt.',
  'A note, a coloured region behind the nodes, or a frame round nodes that move together.':
    'Eine Notiz, ein farbiger Bereich hinter den Knoten oder ein Rahmen um Knoten, die sich zusammen bewegen.',
  'note: a text; region: an area; group: a frame of nodes.':
    'note: ein Text; region: eine Fläche; group: ein Rahmen um Knoten.',
  "A note's text, or the title of an area or frame.":
    'Der Text einer Notiz oder der Titel einer Fläche oder eines Rahmens.',
  'Its left upper corner, in pixels. A group has none.':
    'Ihre linke obere Ecke, in Pixeln. Eine Gruppe hat keine.',
  'Width and height, in pixels. A group is as large as its nodes need.':
    'Breite und Höhe, in Pixeln. Eine Gruppe ist so groß, wie ihre Knoten brauchen.',
  'One of the colours of the canvas.': 'Eine der Farben der Zeichenfläche.',
  'The nodes of a group; a node is in one group at most.':
    'Die Knoten einer Gruppe; ein Knoten ist in höchstens einer Gruppe.',
  "A node's name, 1 to 15 characters.": 'Der Name eines Knotens, 1 bis 15 Zeichen.',
  'A tunnel for IPv6 in IPv4, RFC 4213.': 'Ein Tunnel für IPv6 in IPv4, RFC 4213.',
  'A command of your own, run by `sh -c` in the node and nowhere else.':
    'Ein eigener Befehl, durch `sh -c` im Knoten ausgeführt und nirgends sonst.',
  'What a shell in the node would be given; it should not end.':
    'Was man einer Shell im Knoten geben würde; es soll nicht enden.',
  'A VLAN interface; one on top of another is QinQ.':
    'Eine VLAN-Schnittstelle; eine auf einer anderen ist QinQ.',
  'The interface that carries the tagged frames.': 'Die Schnittstelle, die die Frames mit Tag trägt.',
  "The VLAN's number.": 'Die Nummer des VLANs.',
  'What kind of tag; 802.1ad is the outer one of QinQ.':
    'Welche Art von Tag; 802.1ad ist das äußere von QinQ.',
  "A VRF; what comes in by a member is routed by the VRF's table and by no other.":
    'Ein VRF; was über ein Mitglied hereinkommt, wird nach der Tabelle des VRF geroutet und nach keiner anderen.',
  'The number of its routing table.': 'Die Nummer seiner Routing-Tabelle.',
  'The interfaces that are routed by it.': 'Die Schnittstellen, für die es routet.',
  'A VXLAN towards one other end, or towards all that have joined a multicast group.':
    'Ein VXLAN zu einem anderen Ende oder zu allen, die einer Multicast-Gruppe beigetreten sind.',
  "The network's number.": 'Die Nummer des Netzes.',
  "The sender's address. Left out: that of the way to the remote.":
    'Die Adresse des Absenders. Weggelassen: die des Weges zum anderen Ende.',
  "The other end's address, or a multicast group.":
    'Die Adresse des anderen Endes oder eine Multicast-Gruppe.',
  'The UDP port of both ends.': 'Der UDP-Port beider Enden.',
  'Out of which interface. Left out: the one of the route; a group needs it.':
    'Über welche Schnittstelle. Weggelassen: die der Route; eine Gruppe braucht sie.',
  'A WireGuard device with its key and its peers.':
    'Ein WireGuard-Gerät mit seinem Schlüssel und seinen Gegenstellen.',
  'Its own secret, a key as `wg genkey` writes it.':
    'Sein eigenes Geheimnis, ein Schlüssel, wie `wg genkey` ihn schreibt.',
  'The UDP port that it is reached at.': 'Der UDP-Port, unter dem es erreicht wird.',
  'Another end of a WireGuard device, known by its public key.':
    'Ein anderes Ende eines WireGuard-Geräts, an seinem öffentlichen Schlüssel erkannt.',
  'Its public key.': 'Ihr öffentlicher Schlüssel.',
  'A second secret that only both ends know.': 'Ein zweites Geheimnis, das nur beide Enden kennen.',
  'A secret key, as `wg genkey` writes it.': 'Ein geheimer Schlüssel, wie `wg genkey` ihn schreibt.',
  'Where it is at first. Left out: where it is heard from.':
    'Wo sie anfangs ist. Weggelassen: wo sie gehört wird.',
  'An address and a UDP port.': 'Eine Adresse und ein UDP-Port.',
  'The networks behind it: what is sent to it and taken from it.':
    'Die Netze dahinter: was an sie gesendet und von ihr angenommen wird.',
  'After so many seconds of silence it is sent something.':
    'Nach so vielen Sekunden Stille wird ihr etwas gesendet.',
  'The format.': 'Das Format.',
  'What the lab is called.': 'Wie das Labor heißt.',
  'automatic: every node gets the static routes of shortest paths. {automatic: true, equal_cost: true}: routers share packets among equal paths. Left out: none.':
    'automatic: jeder Knoten bekommt die statischen Routen kürzester Wege. {automatic: true, equal_cost: true}: Router verteilen Pakete auf gleich gute Wege. Weggelassen: keine.',
  'Nodes by name.': 'Knoten nach Namen.',
  "Cables. Short form: 'h1:eth0 10.0.0.1/24 -- sw1:p1'.": "Kabel. Kurzform: 'h1:eth0 10.0.0.1/24 -- sw1:p1'.",
  'The short form.': 'Die Kurzform.',
  'Who must reach whom.': 'Wer wen erreichen muss.',
  'Where each node stands on the canvas, in pixels.':
    'Wo jeder Knoten auf der Zeichenfläche steht, in Pixeln.',
  'Notes, regions and groups: for people, no host hears of them.':
    'Notizen, Bereiche und Gruppen: für Menschen, kein Host erfährt davon.',
  'Whether the canvas draws the cable in right angles.':
    'Ob die Zeichenfläche das Kabel rechtwinklig zeichnet.',
  // Numbers of regular shapes.
  'Another number, another network.': 'Andere Zahl, anderes Netz.',
  'Cables at each, on average.': 'Kabel an jedem, im Mittel.',
  'Columns.': 'Spalten.',
  'Hosts around the middle.': 'Hosts um die Mitte.',
  'Hosts at each leaf.': 'Hosts an jedem Leaf.',
  'Hosts at each.': 'Hosts an jedem.',
  'How many are joined.': 'Wie viele verbunden sind.',
  'How many hang below each.': 'Wie viele unter jedem hängen.',
  'How many in the ring.': 'Wie viele im Ring.',
  'How many in the row.': 'Wie viele in der Reihe.',
  'IPv6 addresses beside IPv4.': 'IPv6-Adressen neben IPv4.',
  'Leaves, the lower row.': 'Leaves, die untere Reihe.',
  "Rows of the tree, the root's among them.": 'Reihen des Baums, die der Wurzel eingeschlossen.',
  'Rows.': 'Reihen.',
  'Spines, the upper row.': 'Spines, die obere Reihe.',
  'What is in the middle.': 'Was in der Mitte ist.',
  'What is joined: routers, with routes worked out; or switches, with a spanning tree where there is a loop.':
    'Was verbunden wird: Router, mit berechneten Routen; oder Switches, mit Spanning Tree, wo es eine Schleife gibt.',
};
