const smallest = -1074
const powers = new Float64Array(2098)
{
  // Halving and doubling are exact, so the table has the same bits everywhere.
  let up = 1
  let down = 1
  for (let k = 0; k <= 1023; k++) {
    powers[k - smallest] = up
    up *= 2
  }
  for (let k = 0; k >= smallest; k--) {
    powers[k - smallest] = down
    down /= 2
  }
}

/** 2^k, exact, for whole k from −1074 to 1023; 0 below and NaN above. */
export function powerOfTwo(k: number): number {
  return k < smallest ? 0 : (powers[k - smallest] ?? Number.NaN)
}

/** The smallest power of two that is at least x; x positive and finite. */
export function powerOfTwoAbove(x: number): number {
  let power = 1
  while (power < x) power *= 2
  while (power / 2 >= x && power > 5e-324) power /= 2
  return power
}
