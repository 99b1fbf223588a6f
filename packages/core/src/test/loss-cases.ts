import type { Portfolio } from '../loss/model/portfolio.ts'

/**
 * Prices of small portfolios by other means than the engine: closed forms and series of gamma laws to ten digits, and lattices of 2²² points with Richardson
 * extrapolation, made with numpy 1.24 and scipy 1.10 and checked against a million simulated years. `within` bounds their own relative error.
 */
export type LossCase = {
  readonly name: string
  readonly portfolio: Portfolio
  readonly mean: number
  readonly sd: number
  readonly pZero: number
  readonly within: number
  /** Probability, value at risk, tail value at risk. */
  readonly tail: readonly (readonly [number, number, number])[]
}

export const lossCases: readonly LossCase[] = [
  {
    name: 'at most one event a year (closed form)',
    portfolio: {
      scenarios: [
        { frequency: { type: 'bernoulli', p: 0.1 }, severity: { type: 'lognormal90', low: 10000, high: 1000000 } },
      ],
    },
    mean: 26639.800977355466,
    sd: 222833.4551998373,
    pZero: 0.9,
    within: 1e-12,
    tail: [
      [0.8, 0, 133199.00488677737],
      [0.95, 99999.99999999984, 489759.0079391317],
      [0.99, 601350.9892207838, 1457445.531340515],
      [0.9990000000000001, 2596086.0494780983, 4717894.169605513],
    ],
  },
  {
    name: 'a fixed loss: atoms everywhere (closed form)',
    portfolio: {
      scenarios: [{ frequency: { type: 'poisson', rate: 2.5 }, severity: { type: 'constant', value: 100000 } }],
    },
    mean: 250000.0,
    sd: 158113.88300841898,
    pZero: 0.0820849986238988,
    within: 1e-12,
    tail: [
      [0.8, 400000, 485385.8714119701],
      [0.95, 500000, 623899.5234761826],
      [0.99, 700000, 757414.1155187166],
      [0.9990000000000001, 900000, 935446.3229922729],
    ],
  },
  {
    name: 'exponential losses (gamma series)',
    portfolio: {
      scenarios: [{ frequency: { type: 'poisson', rate: 0.8 }, severity: { type: 'exponential', mean: 50000 } }],
    },
    mean: 40000.0,
    sd: 63245.553203367585,
    pZero: 0.44932896411722156,
    within: 1e-10,
    tail: [
      [0.8, 74992.98094722275, 144491.23927752816],
      [0.95, 172012.9824829344, 238838.83091213272],
      [0.99, 279848.2380768741, 344668.59810979856],
      [0.9990000000000001, 428660.63962766004, 491592.5601742981],
    ],
  },
  {
    name: 'over-dispersed counts (gamma series)',
    portfolio: {
      scenarios: [{ frequency: { type: 'negbin', mean: 3, r: 1.5 }, severity: { type: 'exponential', mean: 40000 } }],
    },
    mean: 120000,
    sd: 138564.06460551018,
    pZero: 0.1924500897298752,
    within: 1e-10,
    tail: [
      [0.8, 209265.2468581358, 344771.3364376485],
      [0.95, 398117.71565064223, 529094.8567862387],
      [0.99, 609229.0262451052, 737512.6005872958],
      [0.9990000000000001, 904047.1867428904, 1030221.967983384],
    ],
  },
  {
    name: 'twelve chances a year (gamma series)',
    portfolio: {
      scenarios: [
        { frequency: { type: 'binomial', n: 12, p: 0.05 }, severity: { type: 'gamma', shape: 2, scale: 75000 } },
      ],
    },
    mean: 90000.00000000001,
    sd: 139910.68579633223,
    pZero: 0.5403600876626367,
    within: 1e-10,
    tail: [
      [0.8, 180891.88342565516, 324170.870310802],
      [0.95, 382009.26935212605, 513552.77842997276],
      [0.99, 594722.5951548922, 718784.5852162129],
      [0.9990000000000001, 878762.1123040454, 996076.2695347811],
    ],
  },
  {
    name: 'ten scenarios (lattice with extrapolation)',
    portfolio: {
      scenarios: [
        { frequency: { type: 'poisson', rate: 0.01 }, severity: { type: 'lognormal90', low: 5000, high: 50000 } },
        { frequency: { type: 'poisson', rate: 1.257 }, severity: { type: 'lognormal90', low: 7533, high: 753300 } },
        { frequency: { type: 'poisson', rate: 0.1583 }, severity: { type: 'lognormal90', low: 11350, high: 878789 } },
        { frequency: { type: 'poisson', rate: 0.01995 }, severity: { type: 'lognormal90', low: 17100, high: 1025118 } },
        { frequency: { type: 'poisson', rate: 2.507 }, severity: { type: 'lognormal90', low: 25763, high: 1195813 } },
        { frequency: { type: 'poisson', rate: 0.3158 }, severity: { type: 'lognormal90', low: 38815, high: 1394939 } },
        { frequency: { type: 'poisson', rate: 0.03979 }, severity: { type: 'lognormal90', low: 58480, high: 1627241 } },
        { frequency: { type: 'poisson', rate: 5 }, severity: { type: 'lognormal90', low: 88108, high: 1898229 } },
        { frequency: { type: 'poisson', rate: 0.63 }, severity: { type: 'lognormal90', low: 132747, high: 2214353 } },
        {
          frequency: { type: 'poisson', rate: 0.07937 },
          severity: { type: 'lognormal90', low: 200000, high: 2583099 },
        },
      ],
    },
    mean: 5048733.669547149,
    sd: 2741741.4281639527,
    pZero: 4.4625281935592636e-5,
    within: 2.7e-8,
    tail: [
      [0.8, 6971896.31584796, 9256652.642514914],
      [0.95, 10084891.257209513, 12432129.084084457],
      [0.99, 13728432.467399202, 16497291.080595868],
      [0.9990000000000001, 20075150.48981208, 24341664.50265017],
    ],
  },
  {
    name: 'a shared uncertain control (lattice with extrapolation)',
    portfolio: {
      controls: [
        {
          id: 'C1',
          effect: 'frequency',
          effectiveness: { type: 'pert', min: 0.2, mode: 0.7, max: 0.95 },
          assurance: 0.9,
        },
      ],
      scenarios: [
        {
          frequency: { type: 'poisson', rate: 1.5 },
          severity: { type: 'lognormal90', low: 50000, high: 1000000 },
          controls: ['C1'],
        },
        {
          frequency: { type: 'poisson', rate: 2.5 },
          severity: { type: 'lognormal90', low: 20000, high: 800000 },
          controls: ['C1'],
        },
      ],
    },
    mean: 448547.43961596646,
    sd: 617072.9465131586,
    pZero: 0.22012392939091777,
    within: 6.7e-8,
    tail: [
      [0.8, 741948.3782000714, 1386935.331860527],
      [0.95, 1583932.1708723688, 2374608.4115366805],
      [0.99, 2785811.5627869205, 3847290.97826595],
      [0.9990000000000001, 5254414.922651109, 6997227.125385922],
    ],
  },
  {
    name: 'a common shock (lattice with extrapolation)',
    portfolio: {
      commonShocks: [{ rate: 0.2, scenarios: ['A', 'B'] }],
      scenarios: [
        {
          id: 'A',
          frequency: { type: 'poisson', rate: 0.5 },
          severity: { type: 'lognormal90', low: 50000, high: 1000000 },
        },
        {
          id: 'B',
          frequency: { type: 'poisson', rate: 0.5 },
          severity: { type: 'lognormal90', low: 20000, high: 800000 },
        },
      ],
    },
    mean: 402983.9765582768,
    sd: 595314.2525743674,
    pZero: 0.30119421191220214,
    within: 7.8e-8,
    tail: [
      [0.8, 683184.2366198933, 1315131.267504307],
      [0.95, 1512726.3922112584, 2275552.215597779],
      [0.99, 2677883.569465527, 3681015.237071509],
      [0.9990000000000001, 5007492.825687389, 6619294.964186877],
    ],
  },
  {
    name: 'a common factor (lattice with extrapolation)',
    portfolio: {
      commonFactor: { type: 'gamma', mean: 1, cv: 0.5 },
      scenarios: [
        { frequency: { type: 'poisson', rate: 0.5 }, severity: { type: 'lognormal90', low: 20000, high: 500000 } },
        { frequency: { type: 'poisson', rate: 1 }, severity: { type: 'lognormal90', low: 10000, high: 300000 } },
        { frequency: { type: 'poisson', rate: 0.2 }, severity: { type: 'lognormal90', low: 100000, high: 2000000 } },
        { frequency: { type: 'poisson', rate: 3 }, severity: { type: 'lognormal90', low: 2000, high: 60000 } },
        { frequency: { type: 'poisson', rate: 0.1 }, severity: { type: 'lognormal90', low: 200000, high: 5000000 } },
      ],
    },
    mean: 527049.0150200055,
    sd: 1010193.960432361,
    pZero: 0.04268834096031691,
    within: 8.3e-7,
    tail: [
      [0.8, 717314.9495573319, 1826801.549632797],
      [0.95, 2054694.7316407848, 3774569.6330255214],
      [0.99, 4604722.006630405, 7244463.000165745],
      [0.9990000000000001, 10818155.73521945, 15374910.932451764],
    ],
  },
  {
    name: 'a very heavy tail (lattice with extrapolation)',
    portfolio: {
      scenarios: [
        { frequency: { type: 'poisson', rate: 0.3 }, severity: { type: 'lognormal90', low: 1000, high: 1000000 } },
      ],
    },
    mean: 86013.36741932793,
    sd: 1423803.3785311054,
    pZero: 0.7408182206817179,
    within: 1.3e-6,
    tail: [
      [0.8, 8158.167124863908, 429065.50645830174],
      [0.95, 242690.51279960354, 1517058.8837133085],
      [0.99, 1516991.8905178756, 5249753.915594972],
      [0.9990000000000001, 9491393.195744103, 23290105.57722153],
    ],
  },
  {
    name: 'a Gaussian copula (lattice with extrapolation)',
    portfolio: {
      copula: { type: 'gaussian', rho: 0.5 },
      scenarios: [
        { frequency: { type: 'bernoulli', p: 0.2 }, severity: { type: 'lognormal90', low: 50000, high: 1000000 } },
        { frequency: { type: 'bernoulli', p: 0.1 }, severity: { type: 'lognormal90', low: 100000, high: 1500000 } },
      ],
    },
    mean: 122048.92623063753,
    sd: 338725.84029005404,
    pZero: 0.7514970906505517,
    within: 5.5e-9,
    tail: [
      [0.8, 135789.0831743808, 589550.6644025119],
      [0.95, 728938.8798844711, 1287454.3708377907],
      [0.99, 1586840.2775704546, 2315747.909305788],
      [0.9990000000000001, 3293031.2334631733, 4370252.397824411],
    ],
  },
]
