package org.hearten.tenancy;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.event.TransactionalEventListener;

/** A listener runs after commit, on another thread; it enters the walls of the organisation its event belongs to. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class ListenersEnterWalls {
    private static final int BEFORE_THE_TRANSACTION_STARTS = 0;

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor listenersEnterWallsAdvisor() {
        MethodInterceptor enter = listening -> {
            var arguments = listening.getArguments();
            if (arguments.length == 1 && arguments[0] instanceof OfOrganisation event) {
                var caller = Caller.system(
                        event.organisation(), room(listening.getMethod().getDeclaringClass()));
                return new Tenancy().through(caller, listening::proceed);
            } else {
                return listening.proceed();
            }
        };
        var pointcut = new AnnotationMatchingPointcut(null, TransactionalEventListener.class, true);
        var advisor = new DefaultPointcutAdvisor(pointcut, enter);
        advisor.setOrder(BEFORE_THE_TRANSACTION_STARTS);
        return advisor;
    }

    /** The module's name: a reader of the record knows rooms, not classes. */
    private static String room(Class<?> listener) {
        return listener.getPackageName().replaceFirst("^org\\.hearten\\.", "").replaceFirst("\\..*$", "");
    }
}
