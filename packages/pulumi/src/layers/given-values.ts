import type * as pulumi from "@pulumi/pulumi";

type Scalar = string | number | boolean | null;
type Present<T> = Exclude<T, undefined>;

/** The same values, in which outputs may stand at every depth. What is `unknown` takes anything. */
export type GivenValues<V> = unknown extends V
  ? unknown
  : [V] extends [Scalar]
    ? pulumi.Input<V>
    : V extends readonly (infer Item)[]
      ? pulumi.Input<GivenValues<Item>[]>
      : pulumi.Input<{ [Key in keyof V]: GivenValues<Present<V[Key]>> }>;

/** What differs from such values: any of the keys, `null` to remove one; lists are given whole. */
export type GivenOverrides<V> = unknown extends V
  ? unknown
  : V extends Scalar | readonly unknown[]
    ? GivenValues<V>
    : pulumi.Input<{ [Key in keyof V]?: GivenOverrides<Present<V[Key]>> | null }>;

/** Any object, where nothing is known of the values. */
type Unless<V, Typed> = [keyof V] extends [never] ? pulumi.Input<object> : Typed;

/** What a layer says of its values: all of them, or what differs from the pack's own, or nothing. */
export type ValuesChoice<V extends object> =
  | {
      /** The layer's whole values: YAML, or an object. Default: the pack's own. Give this or `overrides`. */
      values?: pulumi.Input<string> | Unless<V, GivenValues<V>>;
      overrides?: undefined;
    }
  | {
      /**
       * Only what differs from the pack's own values: YAML, or an object. Maps merge, lists replace, `null` removes a
       * key; a new tag brings its new defaults. Give this or `values`.
       */
      overrides: pulumi.Input<string> | Unless<V, GivenOverrides<V>>;
      values?: undefined;
    };
