/** What a methodology says of itself until somebody writes it: what it covers, when it is used, how figures are found. */
export const defaultMethodScope = [
  'Covers every information security risk to the confidentiality, integrity and availability of information within the scope of the management system.',
  'All risks are assessed again within the review interval, and a risk at once when something it rests on changes: a new product, supplier, site or law, a reorganisation, an incident, new threat intelligence.',
  'An assessor says how often an event would happen without any control, and what one event would cost, each as a range that holds the truth nine times out of ten, with the reason. The same facts should lead another assessor to the same level.',
].join('\n\n')
