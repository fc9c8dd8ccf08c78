/** The labs of the gallery and the regular shapes. */
export const gallery = {
  'A bridge in the host': 'Eine Bridge im Host',
  "The bridge br1 is in the machine's own namespace, has an address, and is the default gateway of two namespaces. The outside has no route back to them: it answers only because packets leave with the address of uplink (masquerade), and it cannot reach them on its own.":
    'Die Bridge br1 ist im Namespace des Rechners selbst, hat eine Adresse und ist das Standardgateway zweier Namespaces. Die Außenwelt hat keine Route zurück: sie antwortet nur, weil Pakete mit der Adresse von uplink hinausgehen (Maskieren), und kann die beiden von sich aus nicht erreichen.',
  'A firewall between two networks': 'Eine Firewall zwischen zwei Netzen',
  'The router lets the office at the web server and at nothing else of it. What belongs to a connection that was let through passes both ways. Port 8080 of the router is the web server too. The server may not start anything towards the office, and is told so.':
    'Der Router lässt das Büro an den Webserver und an sonst nichts von ihm. Was zu einer erlaubten Verbindung gehört, geht in beide Richtungen durch. Port 8080 des Routers ist auch der Webserver. Der Server darf zum Büro hin nichts beginnen und erfährt das.',
  'A home network': 'Ein Heimnetz',
  'Two devices behind a gateway that masquerades. Nobody was given an address: the gateway is .1 of the network, and the devices follow in the order of the links. The devices reach the internet; the internet, which knows only the gateway, does not reach them.':
    'Zwei Geräte hinter einem Gateway, das maskiert. Niemand bekam eine Adresse zugewiesen: das Gateway ist .1 des Netzes, und die Geräte folgen in der Reihenfolge der Verbindungen. Die Geräte erreichen das Internet; das Internet, das nur das Gateway kennt, erreicht sie nicht.',
  'A mesh of routers': 'Ein Geflecht von Routern',
  'Nobody typed a route: all of them are the shortest paths, and `vethwork route` lists them. Draw another cable and see the routes change; `vethwork route --explicit` writes them out.':
    'Niemand hat eine Route eingegeben: alle sind kürzeste Wege, und `vethwork route` führt sie auf. Ein weiteres Kabel zeichnen und sehen, wie sich die Routen ändern; `vethwork route --explicit` schreibt sie aus.',
  'A router between two VLANs': 'Ein Router zwischen zwei VLANs',
  'A router on a stick: one cable, a trunk, and an interface for each VLAN. Red and blue hear nothing of each other on the bridge, so what they say goes up the cable in one VLAN and comes down in the other. Ask red1 for its way to blue1: the router is a hop on it.':
    'Ein „Router on a Stick“: ein Kabel, ein Trunk und eine Schnittstelle für jedes VLAN. Rot und Blau hören auf der Bridge nichts voneinander; was sie sagen, geht in einem VLAN das Kabel hinauf und kommt im anderen herunter. red1 nach seinem Weg zu blue1 fragen: der Router ist ein Hop darauf.',
  'A server on two cables': 'Ein Server an zwei Kabeln',
  "The server's two cables are one bond: one of them works, and the other takes over when it fails. Here the first cable is cut, and everybody still reaches the server at the same address.":
    'Die zwei Kabel des Servers sind ein Bond: eines arbeitet, und das andere übernimmt, wenn es ausfällt. Hier ist das erste Kabel getrennt, und alle erreichen den Server weiter unter derselben Adresse.',
  'A slow line between two sites': 'Eine langsame Leitung zwischen zwei Standorten',
  'The line between the routers carries 2 Mbit/s, takes 40 ms a way and loses one packet in a hundred; back to the west it is a little better. A spare cable lies beside it and is cut: mend it and the metrics of the routes prefer it. Change the line while ping runs, and watch the times.':
    'Die Leitung zwischen den Routern trägt 2 Mbit/s, braucht 40 ms je Richtung und verliert eines von hundert Paketen; zurück nach Westen ist sie etwas besser. Daneben liegt ein Ersatzkabel, das getrennt ist: repariert, wird es von den Metriken der Routen bevorzugt. Die Leitung ändern, während ping läuft, und die Zeiten beobachten.',
  'A switch that routes': 'Ein Switch, der routet',
  'The core has an address in each VLAN and routes between them, as layer 3 switches do. Its trunk also carries VLAN 1 without a tag, the native VLAN: there both switches have addresses of their own, which the admin reaches and red does not.':
    'Der Kern hat in jedem VLAN eine Adresse und routet zwischen ihnen, wie Layer-3-Switches es tun. Sein Trunk führt auch VLAN 1 ohne Tag, das native VLAN: dort haben beide Switches eigene Adressen, die der Admin erreicht und Rot nicht.',
  'A tunnel between two sites': 'Ein Tunnel zwischen zwei Standorten',
  'Two offices with private addresses, and a provider that knows the way to neither. The packets between them travel in packets between the two routers: a GRE tunnel.':
    'Zwei Büros mit privaten Adressen und ein Provider, der den Weg zu keinem kennt. Die Pakete zwischen ihnen reisen in Paketen zwischen den beiden Routern: ein GRE-Tunnel.',
  'DHCP, DNS and a web server': 'DHCP, DNS und ein Webserver',
  'Nobody in this office was given an address: the router lends them by DHCP, says who answers for names, and is the way to the server. Type `getent hosts web` or `curl http://web/` in a shell of a desk. IPv6 addresses come by router advertisements.':
    'Niemand in diesem Büro bekam eine Adresse zugewiesen: der Router verleiht sie per DHCP, sagt, wer für Namen antwortet, und ist der Weg zum Server. In einer Shell eines Schreibtischs `getent hosts web` oder `curl http://web/` eingeben. IPv6-Adressen kommen durch Router Advertisements.',
  'Dual stack': 'Dual Stack',
  'A router between two networks that both speak IPv4 and IPv6. Each expectation names an address, so that one family cannot hide that the other is broken.':
    'Ein Router zwischen zwei Netzen, die beide IPv4 und IPv6 sprechen. Jede Erwartung nennt eine Adresse, damit eine Familie nicht verdeckt, dass die andere gestört ist.',
  'Equal-cost paths': 'Gleich gute Wege',
  'Two routers with two ways between them. Each has one route with two hops, so that packets share both ways: the upper one takes two of three flows. Take one of the cables away and see which pairs still get through; a static route does not look for another way.':
    'Zwei Router mit zwei Wegen zwischen ihnen. Jeder hat eine Route mit zwei Hops, sodass sich Pakete auf beide Wege verteilen: der obere nimmt zwei von drei Flüssen. Eines der Kabel wegnehmen und sehen, welche Paare noch durchkommen; eine statische Route sucht keinen anderen Weg.',
  'One cable, two machines': 'Ein Kabel, zwei Rechner',
  'The box has one cable and is two machines on it: each macvlan has a MAC address and an IP address of its own, as virtual machines on one server have.':
    'Die Kiste hat ein Kabel und ist daran zwei Rechner: jedes macvlan hat eine eigene MAC- und IP-Adresse, wie virtuelle Maschinen auf einem Server.',
  'One network across two routers': 'Ein Netz über zwei Router hinweg',
  'Both hosts are on one wire, though routers stand between their switches: the switches put frames into UDP packets for each other, which is a VXLAN. The hosts know nothing of the routers.':
    'Beide Hosts sind auf einer Leitung, obwohl Router zwischen ihren Switches stehen: die Switches packen Frames füreinander in UDP-Pakete, ein VXLAN. Die Hosts wissen nichts von den Routern.',
  'Policy routing by source': 'Routing nach der Quelle',
  'Staff and guests behind one router. What guests send is looked up in a table of its own: it leads to the web by a cable of its own, and forbids the way to the files. Remove the policy, and guests go where staff go.':
    'Personal und Gäste hinter einem Router. Was Gäste senden, wird in einer eigenen Tabelle nachgeschlagen: sie führt über ein eigenes Kabel ins Web und verbietet den Weg zu den Dateien. Ohne die Richtlinie gehen Gäste, wohin das Personal geht.',
  'QinQ: tags within tags': 'QinQ: Tags in Tags',
  "Two customers use the same VLAN 10 and know nothing of each other. The provider's bridges put a tag of their own around it (802.1ad), VLAN 100 for one customer and 200 for the other, so that each reaches its other site and nobody else.":
    'Zwei Kunden verwenden dasselbe VLAN 10 und wissen nichts voneinander. Die Bridges des Providers setzen ein eigenes Tag darum (802.1ad), VLAN 100 für den einen Kunden und 200 für den anderen, sodass jeder seinen anderen Standort erreicht und sonst niemanden.',
  'Tagged packets out of a namespace': 'Pakete mit Tags aus einem Namespace',
  "One cable carries two VLANs: the server has an interface for each of them on top of eth0, the bridge's port is a trunk that takes their tags. The other ports are access ports, and the hosts on them never see a tag.":
    'Ein Kabel führt zwei VLANs: der Server hat für jedes eine Schnittstelle auf eth0, der Port der Bridge ist ein Trunk, der ihre Tags annimmt. Die anderen Ports sind Access-Ports, und die Hosts daran sehen nie ein Tag.',
  'Two VLANs, one bridge': 'Zwei VLANs, eine Bridge',
  'Four namespaces of one network on one bridge, whose ports keep two VLANs apart: red reaches red, blue reaches blue, and neither can so much as ask for the address of the other.':
    'Vier Namespaces eines Netzes an einer Bridge, deren Ports zwei VLANs trennen: Rot erreicht Rot, Blau erreicht Blau, und keiner kann auch nur nach der Adresse des anderen fragen.',
  'Two bridges, one trunk': 'Zwei Bridges, ein Trunk',
  'Two bridges share two VLANs over one cable. Between the bridges each frame has a tag that says whose it is, so red and blue stay apart on both sides, although all are of one network.':
    'Zwei Bridges teilen sich zwei VLANs über ein Kabel. Zwischen den Bridges hat jeder Frame ein Tag, das sagt, wessen er ist, sodass Rot und Blau auf beiden Seiten getrennt bleiben, obwohl alle aus einem Netz sind.',
  'Two customers, one router': 'Zwei Kunden, ein Router',
  'Both customers use the same networks, and the router keeps them apart in two VRFs: each has a routing table of its own. Red reaches red and blue reaches blue, though the addresses of the router are the same for both.':
    'Beide Kunden verwenden dieselben Netze, und der Router trennt sie in zwei VRFs: jedes hat eine eigene Routing-Tabelle. Rot erreicht Rot und Blau erreicht Blau, obwohl die Adressen des Routers für beide dieselben sind.',
  'Two hosts, one bridge': 'Zwei Hosts, eine Bridge',
  'Two namespaces, and a bridge without address in a third. The bridge passes frames on and takes no part in IP: both hosts reach each other by ping and TCP, and nobody can talk to the bridge.':
    'Zwei Namespaces und eine Bridge ohne Adresse in einem dritten. Die Bridge gibt Frames weiter und nimmt an IP nicht teil: beide Hosts erreichen einander per Ping und TCP, und niemand kann mit der Bridge sprechen.',
  'Two namespaces joined by one veth pair. The loopback of netns2 is down, so netns2 cannot even ping its own address: packets to oneself go through lo.':
    'Zwei Namespaces, verbunden durch ein veth-Paar. Der Loopback von netns2 ist aus, also kann netns2 nicht einmal die eigene Adresse anpingen: Pakete an sich selbst gehen durch lo.',
  'Two routers, two networks': 'Zwei Router, zwei Netze',
  "Two local networks, each with a switch and a router. The routers know each other's network by a static route, the hosts know their router by a default route. Take one route away and see what no longer gets through, in which direction.":
    'Zwei lokale Netze, jedes mit einem Switch und einem Router. Die Router kennen das Netz des anderen durch eine statische Route, die Hosts ihren Router durch eine Standardroute. Eine Route wegnehmen und sehen, was in welcher Richtung nicht mehr durchkommt.',
  // Regular shapes.
  'A cable between any two: the shortest way is always one hop.':
    'Ein Kabel zwischen je zweien: der kürzeste Weg ist immer ein Hop.',
  'A data centre: hosts below leaves, and every leaf joined to every spine (a Clos network).':
    'Ein Rechenzentrum: Hosts unter Leaves, und jedes Leaf mit jedem Spine verbunden (ein Clos-Netz).',
  'A line whose ends meet: two ways everywhere, so one cable may be cut.':
    'Eine Linie, deren Enden sich treffen: überall zwei Wege, also darf ein Kabel getrennt sein.',
  'All hosts around one switch or router.': 'Alle Hosts um einen Switch oder Router.',
  'Each joined to the next one beside it and below it: many ways that are as long.':
    'Jeder mit dem nächsten daneben und darunter verbunden: viele gleich lange Wege.',
  'Full mesh': 'Vollvermaschung',
  'From one root down to the hosts: one way only between any two.':
    'Von einer Wurzel hinab zu den Hosts: nur ein Weg zwischen je zweien.',
  Grid: 'Gitter',
  'Joined by chance, yet in one piece; the same seed gives the same network again.':
    'Zufällig verbunden, aber in einem Stück; derselbe Startwert gibt wieder dasselbe Netz.',
  'Leaf and spine': 'Leaf-Spine',
  Line: 'Linie',
  'One after the other: what is at one end passes all to reach the other.':
    'Einer nach dem anderen: was an einem Ende ist, kommt an allen vorbei zum anderen.',
  Random: 'Zufällig',
  Ring: 'Ring',
  Star: 'Stern',
  Tree: 'Baum',
};
