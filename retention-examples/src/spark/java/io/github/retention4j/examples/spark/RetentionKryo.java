package io.github.retention4j.examples.spark;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.github.retention4j.activity.ActivityAccumulator;
import io.github.retention4j.activity.AmountAccumulator;
import java.util.function.Function;
import org.apache.spark.serializer.KryoRegistrator;

/**
 * Lets accumulators travel where {@code spark.serializer} is Kryo: name this class in {@code
 * spark.kryo.registrator}. Kryo copies fields, which is not how accumulators are sent. With Spark's
 * own default, Java serialization, nothing is needed.
 */
public final class RetentionKryo implements KryoRegistrator {

  @Override
  public void registerClasses(Kryo kryo) {
    kryo.register(
        ActivityAccumulator.class,
        new CompactForm<>(ActivityAccumulator::toBytes, ActivityAccumulator::fromBytes));
    kryo.register(
        AmountAccumulator.class,
        new CompactForm<>(AmountAccumulator::toBytes, AmountAccumulator::fromBytes));
  }

  private static final class CompactForm<T> extends Serializer<T> {

    private final Function<T, byte[]> toBytes;
    private final Function<byte[], T> fromBytes;

    CompactForm(Function<T, byte[]> toBytes, Function<byte[], T> fromBytes) {
      this.toBytes = toBytes;
      this.fromBytes = fromBytes;
    }

    @Override
    public void write(Kryo kryo, Output out, T accumulator) {
      byte[] bytes = toBytes.apply(accumulator);
      out.writeInt(bytes.length, true);
      out.writeBytes(bytes);
    }

    @Override
    public T read(Kryo kryo, Input in, Class<T> type) {
      return fromBytes.apply(in.readBytes(in.readInt(true)));
    }
  }
}
