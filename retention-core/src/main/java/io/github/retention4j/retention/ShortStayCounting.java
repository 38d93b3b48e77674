package io.github.retention4j.retention;

/**
 * Whether customers who came and went within one period are counted. They belong neither to the
 * customers at the start nor to the retained, whichever is chosen; only the acquired and the lost
 * differ.
 */
public enum ShortStayCounting {
  /** In neither count: acquired are those still there at the end, lost are those from the start. */
  LEFT_OUT,
  /** In both counts: acquired are all who came, lost are all who left. */
  AS_ACQUIRED_AND_LOST
}
