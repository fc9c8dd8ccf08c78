export const palette = {
  'A ring, a tree or another regular network': 'Ein Ring, ein Baum oder ein anderes regelmäßiges Netz',
  'Add a node': 'Knoten hinzufügen',
  'Insert a shape': 'Form einfügen',
  'Shape…': 'Form …',
};
