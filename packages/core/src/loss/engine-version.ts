/** Changes whenever the same portfolio could get other bits; kept with every stored result. */
export const engineVersion = '6'
