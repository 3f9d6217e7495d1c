// One node with all that it carries.
MATCH (n {id: $id}) RETURN n
