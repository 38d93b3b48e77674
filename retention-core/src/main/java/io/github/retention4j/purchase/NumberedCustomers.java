package io.github.retention4j.purchase;

import io.github.retention4j.customer.CustomerId;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** Customers known as 1, 2, 3 and so on, each made when it is asked for. Immutable. */
final class NumberedCustomers extends AbstractList<CustomerId> implements RandomAccess {

  private final int size;

  NumberedCustomers(int size) {
    this.size = size;
  }

  @Override
  public CustomerId get(int index) {
    return CustomerId.of(Objects.checkIndex(index, size) + 1L);
  }

  @Override
  public int size() {
    return size;
  }
}
