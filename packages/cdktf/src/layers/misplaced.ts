/**
 * @param layer such as `chart "podinfo"`
 * @param property what it gives and the profile that it is added to does not take
 * @param why such as `a chart of an app profile takes whole values`
 */
export function misplaced(layer: string, property: string, why: string): Error {
  return new Error(`MisplacedProperty: ${layer} gives ${property}, but ${why}; leave it out`);
}
